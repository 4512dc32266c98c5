package myna.text.source;

import java.util.regex.Pattern;

/**
 * UTF-8 that was read as Windows-1252 (or Latin-1), once or twice: Itâ€™s, cafÃ©.
 *
 * <p>A run is mended only where its characters, taken as bytes, are a well-formed UTF-8 sequence
 * (RFC 3629, section 4) that begins as the usual ones do; hardly any text holds one by chance.
 */
final class Mojibake {
  /**
   * The characters of Windows-1252 for the bytes 0x80 to 0x9F; the five unused stand for
   * themselves.
   */
  private static final String HIGH = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008DŽ\u008F\u0090‘’“”•–—˜™š›œ\u009DžŸ";

  private static final String PAIR_LEADS = "ÂÃÄÅÎÏÐÑ";
  private static final String LOST_QUOTE =
      "â€"; // of the closing quotation mark, byte 0x9D is often lost
  private static final char LOST = '\uFFFD';
  private static final Pattern CONTRACTED = Pattern.compile("(?:ll|re|ve|[tsdm])(?!\\p{L})");
  private static final String QUOTES = "‘’“”";
  private static final int LONGEST = 64; // characters mended at once

  /** A run of broken characters: where it ends, and what it was. */
  record Mended(int end, String text) {}

  private Mojibake() {}

  /** What starts at {@code at}, or null if nothing broken does. */
  static Mended at(CharSequence text, int at, int limit) {
    StringBuilder mended = new StringBuilder();
    int end = at;
    while (end < limit && end - at < LONGEST) {
      int length = sequence(text, end, limit);
      if (length > 0) {
        mended.appendCodePoint(decode(text, end, length));
      } else if (isLostApostrophe(text, end, limit)) {
        length = 1;
        mended.append('’');
      } else if (isLostQuote(text, end, limit)) {
        length = LOST_QUOTE.length();
        mended.append('”');
      } else if (isLostSpace(text, end, limit)) {
        length = 1;
        mended.append('à');
      } else {
        break;
      }
      end += length;
    }
    return end == at ? null : new Mended(end, again(mended.toString()));
  }

  /** Mends what was broken twice. */
  private static String again(String once) {
    StringBuilder twice = new StringBuilder(once.length());
    int at = 0;
    while (at < once.length()) {
      int length = sequence(once, at, once.length());
      if (length > 0) {
        twice.appendCodePoint(decode(once, at, length));
      } else {
        twice.append(once.charAt(at));
      }
      at += Math.max(1, length);
    }
    return twice.toString();
  }

  /** Length of the sequence that starts at {@code at}, 0 if there is none. */
  private static int sequence(CharSequence text, int at, int limit) {
    int first = byteOf(text.charAt(at));
    int length = first >= 0xF0 && first <= 0xF4 ? 4 : first >= 0xE2 && first < 0xF0 ? 3 : 2;
    boolean lead = length > 2 || PAIR_LEADS.indexOf(text.charAt(at)) >= 0;
    if (!lead || at + length > limit) {
      return 0;
    }
    for (int i = 1; i < length; i++) {
      int next = byteOf(text.charAt(at + i));
      if (next < 0x80 || next > 0xBF) {
        return 0;
      }
    }
    if (text.charAt(at) == 'Ä' && QUOTES.indexOf(text.charAt(at + 1)) >= 0) {
      return 0; // a German letter and the quotation mark behind it
    }
    int c = decode(text, at, length);
    int least = length == 2 ? 0x80 : length == 3 ? 0x800 : 0x10000;
    boolean sound = c >= least && c <= Character.MAX_CODE_POINT && Character.isDefined(c);
    return sound && (c < 0xD800 || c > 0xDFFF) ? length : 0;
  }

  private static int decode(CharSequence text, int at, int length) {
    int c = byteOf(text.charAt(at)) & (0xFF >> (length + 1));
    for (int i = 1; i < length; i++) {
      c = (c << 6) | (byteOf(text.charAt(at + i)) & 0x3F);
    }
    return c;
  }

  /** The byte that Windows-1252 or Latin-1 shows as a character; -1 if none does. */
  private static int byteOf(char c) {
    if (c <= 0xFF) {
      return c;
    }
    int high = HIGH.indexOf(c);
    return high < 0 ? -1 : 0x80 + high;
  }

  /** The sign of what could not be decoded, in a contraction, as in "don?t". */
  private static boolean isLostApostrophe(CharSequence text, int at, int limit) {
    return text.charAt(at) == LOST
        && at > 0
        && Character.isLetter(text.charAt(at - 1))
        && CONTRACTED.matcher(text).region(at + 1, Math.min(limit, at + 4)).lookingAt();
  }

  private static boolean isLostQuote(CharSequence text, int at, int limit) {
    return at + 1 < limit
        && text.charAt(at) == LOST_QUOTE.charAt(0)
        && text.charAt(at + 1) == LOST_QUOTE.charAt(1);
  }

  /** à whose second byte, a space that does not break, became a mere space. */
  private static boolean isLostSpace(CharSequence text, int at, int limit) {
    return text.charAt(at) == 'Ã' && at + 1 < limit && text.charAt(at + 1) == ' ';
  }
}
