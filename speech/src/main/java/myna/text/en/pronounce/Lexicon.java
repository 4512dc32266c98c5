package myna.text.en.pronounce;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * The pronunciation lexicon, searched in the bytes of its file: nothing is unpacked at start-up.
 *
 * <p>The format is described in src/training/lexicon.py. Words are lower case; safe for use by
 * several threads.
 */
public final class Lexicon implements WordList {
  private static final byte[] MAGIC = "MYNALEX1".getBytes(StandardCharsets.US_ASCII);
  private static final String RESOURCE = "/assets/lexicon/en.lex";
  private static final int BLOCK = 16;
  private static final int NAME_FLAG = 0x80;

  /** A word's facts. */
  public record Entry(int frequencyClass, boolean name, List<List<String>> pronunciations) {
    /** The pronunciation listed first. */
    public List<String> primary() {
      return pronunciations.getFirst();
    }
  }

  private final byte[] bytes; // the whole file
  private final String[] symbols; // phoneme table
  private final int wordCount;
  private final int[] blocks; // [blockCount] absolute start of each block

  private Lexicon(byte[] bytes) {
    this.bytes = bytes;
    ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    byte[] magic = new byte[MAGIC.length];
    buffer.get(magic);
    if (!Arrays.equals(magic, MAGIC)) {
      throw new IllegalArgumentException("not a lexicon file");
    }
    symbols = new String[Byte.toUnsignedInt(buffer.get())];
    for (int i = 0; i < symbols.length; i++) {
      byte[] symbol = new byte[Byte.toUnsignedInt(buffer.get())];
      buffer.get(symbol);
      symbols[i] = new String(symbol, StandardCharsets.US_ASCII);
    }
    wordCount = buffer.getInt();
    blocks = new int[buffer.getInt()];
    buffer.asIntBuffer().get(blocks);
    int body = buffer.position() + blocks.length * Integer.BYTES;
    for (int i = 0; i < blocks.length; i++) {
      blocks[i] += body;
    }
  }

  /** The English lexicon that comes with the program. */
  public static Lexicon english() {
    try (InputStream in = Lexicon.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("the program lacks " + RESOURCE);
      }
      return new Lexicon(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Number of words. */
  public int size() {
    return wordCount;
  }

  /** Whether {@code word} (lower case) is listed. */
  public boolean contains(String word) {
    return find(word) >= 0;
  }

  @Override
  public int frequencyClass(String word) {
    int at = find(word);
    return at < 0 ? -1 : bytes[at] & ~NAME_FLAG & 0xFF;
  }

  /** Whether the word is listed and mostly written with a capital, as names are. */
  public boolean mostlyName(String word) {
    int at = find(word);
    return at >= 0 && (bytes[at] & NAME_FLAG) != 0;
  }

  @Override
  public Entry lookup(String word) {
    int at = find(word);
    if (at < 0) {
      return null;
    }
    int flags = Byte.toUnsignedInt(bytes[at]);
    List<List<String>> variants = new java.util.ArrayList<>(bytes[at + 1]);
    int position = at + 2;
    for (int left = bytes[at + 1]; left > 0; left--) {
      String[] phonemes = new String[bytes[position++]];
      for (int i = 0; i < phonemes.length; i++) {
        phonemes[i] = symbols[bytes[position++]];
      }
      variants.add(List.of(phonemes));
    }
    return new Entry(flags & ~NAME_FLAG, (flags & NAME_FLAG) != 0, List.copyOf(variants));
  }

  /** Every listed word, in ascending byte order. */
  public void forEachWord(java.util.function.Consumer<String> action) {
    byte[] word = new byte[256];
    for (int block = 0; block < blocks.length; block++) {
      int position = blocks[block];
      for (int i = block * BLOCK; i < Math.min(wordCount, (block + 1) * BLOCK); i++) {
        int shared = Byte.toUnsignedInt(bytes[position]);
        int further = Byte.toUnsignedInt(bytes[position + 1]);
        System.arraycopy(bytes, position + 2, word, shared, further);
        action.accept(new String(word, 0, shared + further, StandardCharsets.US_ASCII));
        position = afterPronunciations(position + 2 + further);
      }
    }
  }

  /** Position of the word's flags, or -1. */
  private int find(String word) {
    byte[] key = word.getBytes(StandardCharsets.ISO_8859_1);
    int block = lastBlockNotAfter(key);
    if (block < 0 || key.length > 255) {
      return -1;
    }
    int position = blocks[block];
    int matched = 0; // bytes of the key that the word before agrees with
    for (int i = block * BLOCK; i < Math.min(wordCount, (block + 1) * BLOCK); i++) {
      int shared = Byte.toUnsignedInt(bytes[position]);
      int further = Byte.toUnsignedInt(bytes[position + 1]);
      int flags = position + 2 + further;
      if (shared < matched) {
        return -1;
      }
      if (shared == matched) {
        int same = mismatch(key, matched, position + 2, further);
        matched += same;
        if (same == further && matched == key.length) {
          return flags;
        }
      }
      position = afterPronunciations(flags);
    }
    return -1;
  }

  private int mismatch(byte[] key, int from, int position, int length) {
    int same = 0;
    while (same < length
        && from + same < key.length
        && key[from + same] == bytes[position + same]) {
      same++;
    }
    return same;
  }

  private int afterPronunciations(int flags) {
    int position = flags + 2;
    for (int left = bytes[flags + 1]; left > 0; left--) {
      position += 1 + bytes[position];
    }
    return position;
  }

  private int lastBlockNotAfter(byte[] key) {
    int low = 0;
    int high = blocks.length - 1;
    while (low <= high) {
      int middle = (low + high) >>> 1;
      int start = blocks[middle] + 2;
      int end = start + Byte.toUnsignedInt(bytes[blocks[middle] + 1]);
      if (Arrays.compareUnsigned(bytes, start, end, key, 0, key.length) <= 0) {
        low = middle + 1;
      } else {
        high = middle - 1;
      }
    }
    return high;
  }
}
