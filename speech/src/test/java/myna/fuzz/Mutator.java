package myna.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Changes an input a little, now and then a lot. */
final class Mutator {
  private static final int LONGEST = 1 << 18;

  /** Numbers at the edges of what fields of 1, 2 and 4 bytes hold. */
  private static final int[] EDGES = {
    0, 1, -1, 2, 0x7F, 0x80, 0xFF, 0x7FFF, 0x8000, 0xFFFF, Integer.MAX_VALUE, Integer.MIN_VALUE
  };

  private final Random random;
  private final List<byte[]> words;

  Mutator(Random random, List<String> words) {
    this.random = random;
    this.words = words.stream().map(w -> w.getBytes(StandardCharsets.UTF_8)).toList();
  }

  /** A changed copy. */
  byte[] mutate(byte[] input, byte[] other) {
    byte[] changed = input;
    int rounds = 1 + random.nextInt(1 + random.nextInt(8));
    for (int i = 0; i < rounds; i++) {
      changed = once(changed, other);
    }
    return changed.length > LONGEST ? Arrays.copyOf(changed, LONGEST) : changed;
  }

  private byte[] once(byte[] input, byte[] other) {
    int at = input.length == 0 ? 0 : random.nextInt(input.length);
    int end = Math.min(input.length, at + 1 + random.nextInt(1 << random.nextInt(10)));
    return switch (random.nextInt(10)) {
      case 0 -> flip(input, at);
      case 1 -> replace(input, at, Math.min(input.length, at + 1), bytes(1));
      case 2 -> replace(input, at, end, new byte[0]);
      case 3 -> replace(input, at, at, bytes(1 + random.nextInt(8)));
      case 4 -> replace(input, at, at, word());
      case 5 -> replace(input, at, end, word());
      case 6 -> number(input, at);
      case 7 -> replace(input, at, at, repeated(Arrays.copyOfRange(input, at, end)));
      case 8 -> replace(input, at, end, piece(other));
      default -> random.nextInt(8) == 0 ? Arrays.copyOf(input, at) : flip(input, at);
    };
  }

  private byte[] flip(byte[] input, int at) {
    if (input.length == 0) {
      return bytes(1);
    }
    byte[] changed = input.clone();
    changed[at] ^= (byte) (1 << random.nextInt(8));
    return changed;
  }

  /** Puts a number of 1, 2 or 4 bytes over what is there, in either order. */
  private byte[] number(byte[] input, int at) {
    byte[] changed = input.clone();
    int width = 1 << random.nextInt(3);
    int value = EDGES[random.nextInt(EDGES.length)] + (random.nextInt(4) == 0 ? -1 : 0);
    boolean littleEndian = random.nextBoolean();
    for (int i = 0; i < width && at + i < input.length; i++) {
      changed[at + i] = (byte) (value >> (8 * (littleEndian ? i : width - 1 - i)));
    }
    return changed;
  }

  private byte[] repeated(byte[] piece) {
    int times = random.nextInt(20) == 0 ? 1 + random.nextInt(500) : 1 + random.nextInt(4);
    byte[] all = new byte[Math.min(LONGEST, piece.length * times)];
    for (int i = 0; i < all.length; i++) {
      all[i] = piece[i % piece.length];
    }
    return all;
  }

  private byte[] piece(byte[] other) {
    int from = other.length == 0 ? 0 : random.nextInt(other.length);
    return Arrays.copyOfRange(
        other, from, Math.min(other.length, from + 1 + random.nextInt(1 << random.nextInt(10))));
  }

  private byte[] word() {
    return words.isEmpty() ? bytes(2) : words.get(random.nextInt(words.size()));
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private static byte[] replace(byte[] input, int from, int to, byte[] with) {
    byte[] changed = new byte[input.length - (to - from) + with.length];
    System.arraycopy(input, 0, changed, 0, from);
    System.arraycopy(with, 0, changed, from, with.length);
    System.arraycopy(input, to, changed, from + with.length, input.length - to);
    return changed;
  }
}
