package myna.narration.read;

import java.nio.charset.StandardCharsets;

/** Links as books write them. */
final class Hrefs {
  private Hrefs() {}

  /** Undoes percent encoding; what is no valid encoding stays as it is. */
  static String decode(String href) {
    if (href.indexOf('%') < 0) {
      return href;
    }
    byte[] bytes = href.getBytes(StandardCharsets.UTF_8);
    byte[] out = new byte[bytes.length];
    int length = 0;
    for (int i = 0; i < bytes.length; i++) {
      int high = i + 2 < bytes.length && bytes[i] == '%' ? Character.digit(bytes[i + 1], 16) : -1;
      int low = high >= 0 ? Character.digit(bytes[i + 2], 16) : -1;
      if (low >= 0) {
        out[length++] = (byte) (high * 16 + low);
        i += 2;
      } else {
        out[length++] = bytes[i];
      }
    }
    return new String(out, 0, length, StandardCharsets.UTF_8);
  }

  /** The part before the fragment. */
  static String file(String href) {
    int hash = href.indexOf('#');
    return hash < 0 ? href : href.substring(0, hash);
  }

  /** The fragment without its mark, or "". */
  static String fragment(String href) {
    int hash = href.indexOf('#');
    return hash < 0 ? "" : decode(href.substring(hash + 1));
  }
}
