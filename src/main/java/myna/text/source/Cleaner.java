package myna.text.source;

import com.ibm.icu.text.Normalizer2;

/** Makes a {@link SourceText}; used once. */
final class Cleaner {
  private static final int LONGEST_CLUSTER =
      64; // a base character and its marks, composed together

  private final String source;
  private final StringBuilder text;
  private int[] starts;
  private int[] ends;
  private boolean moved;

  Cleaner(String source) {
    this.source = source;
    this.text = new StringBuilder(source.length());
  }

  SourceText clean() {
    int at = 0;
    while (at < source.length()) {
      char c = source.charAt(at);
      if (c < 0x80 && !startsCluster(at)) {
        put(ascii(c), at, at + 1);
        at++;
      } else {
        at = cleanCluster(at);
      }
    }
    return new SourceText(text.toString(), moved ? starts : null, moved ? ends : null);
  }

  private static char ascii(char c) {
    boolean control = c < ' ' || c == 0x7F;
    return control && c != '\n' && c != '\t' ? ' ' : c;
  }

  private boolean startsCluster(int at) {
    return at + 1 < source.length() && isMark(source.codePointAt(at + 1));
  }

  private static boolean isMark(int c) {
    return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Cleans a character and the marks on it; returns the index after them. */
  private int cleanCluster(int at) {
    int c = source.codePointAt(at);
    int end = at + Character.charCount(c);
    while (end < source.length() && end - at < LONGEST_CLUSTER && isMark(source.codePointAt(end))) {
      end += Character.charCount(source.codePointAt(end));
    }
    String plain = plain(c);
    if (end > at + Character.charCount(c) && !plain.isEmpty()) {
      String cluster = plain + source.substring(at + Character.charCount(c), end);
      plain = Normalizer2.getNFCInstance().normalize(cluster);
    }
    if (plain.length() != end - at) {
      move(text.length());
    }
    for (int i = 0; i < plain.length(); i++) {
      put(plain.charAt(i), at, end);
    }
    return end;
  }

  private static String plain(int c) {
    return switch (c) {
      case '‘', '’', '‛', 'ʼ', '′', '＇' -> "'";
      case '“', '”', '„', '‟', '″', '＂' -> "\"";
      case '‐', '‑', '−', '﹣', '－' -> "-";
      case '…',
          '—',
          '–',
          '™',
          '©',
          '®',
          '°',
          'º',
          'ª',
          '½',
          '¼',
          '¾',
          '²',
          '³',
          '¹',
          '´',
          '¨',
          '¸',
          '¯',
          '№',
          '℃',
          '℉' ->
          Character.toString(c);
      case '\u2028', '\u2029', '\u0085' -> "\n";
      case '\uFFFD' -> " ";
      default -> byCategory(c);
    };
  }

  private static String byCategory(int c) {
    return switch (Character.getType(c)) {
      case Character.SPACE_SEPARATOR, Character.CONTROL -> " ";
      case Character.FORMAT, Character.SURROGATE -> "";
      case Character.UNASSIGNED, Character.PRIVATE_USE -> " ";
      default -> compatible(c);
    };
  }

  /**
   * Ligatures, fullwidth and mathematical letters as plain ones; fractions and squares keep their
   * form.
   */
  private static String compatible(int c) {
    String self = Character.toString(c);
    boolean styled =
        isBetween(c, 0xFB00, 0xFB06)
            || isBetween(c, 0xFF01, 0xFF5E)
            || isBetween(c, 0x1D400, 0x1D7FF)
            || isBetween(c, 0x2460, 0x2473)
            || isBetween(c, 0x24B6, 0x24E9);
    return styled ? Normalizer2.getNFKCInstance().normalize(self) : self;
  }

  private static boolean isBetween(int c, int first, int last) {
    return c >= first && c <= last;
  }

  private void put(char c, int start, int end) {
    if (starts != null) {
      ensure();
      starts[text.length()] = start;
      ends[text.length()] = end;
    }
    text.append(c);
  }

  /**
   * From here on, characters and source no longer keep step; the first {@code count} did, or are
   * recorded.
   */
  private void move(int count) {
    moved = true;
    if (starts != null) {
      return;
    }
    starts = new int[source.length() + 16];
    ends = new int[source.length() + 16];
    for (int i = 0; i < count; i++) {
      starts[i] = i;
      ends[i] = i + 1;
    }
  }

  private void ensure() {
    if (text.length() >= starts.length) {
      starts = java.util.Arrays.copyOf(starts, starts.length * 2);
      ends = java.util.Arrays.copyOf(ends, ends.length * 2);
    }
  }
}
