package myna.narration.render;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import myna.narration.book.NarrationException;
import myna.text.Sentence;
import myna.text.Word;

/** The hash of everything that decides on the sound of a line. */
final class TakeKey {
  private static final String FORMAT = "myna take 1";

  private TakeKey() {}

  /**
   * The key of a line.
   *
   * @param sentence with the voices that speak its words
   * @param retake number of the retake; another one sounds otherwise
   * @return 64 hexadecimal digits
   */
  static String of(Sentence sentence, int retake, SentenceSynthesizer synthesizer)
      throws NarrationException {
    MessageDigest digest = sha256();
    put(digest, FORMAT);
    put(digest, synthesizer.identity());
    put(digest, Integer.toString(retake));
    for (Word word : sentence.words()) {
      put(digest, word.spoken());
      put(digest, String.join(" ", word.phonemes()));
      put(digest, word.pauseAfter().kind() + " " + word.pauseAfter().seconds());
      put(digest, Double.toString(word.controls().rate()));
      put(digest, synthesizer.fingerprint(word.controls().voice()));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** The seed of the line with a key: not negative. */
  static long seed(String key) {
    byte[] bytes = HexFormat.of().parseHex(key);
    return ByteBuffer.wrap(bytes).getLong() & Long.MAX_VALUE;
  }

  private static void put(MessageDigest digest, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).flip());
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
