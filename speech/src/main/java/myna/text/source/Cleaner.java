package myna.text.source;

import com.ibm.icu.text.Normalizer2;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Makes a {@link SourceText}; used once. */
final class Cleaner {
  private static final int LONGEST_CLUSTER =
      64; // a base character and its marks, composed together

  private final String source;
  private final StringBuilder text;
  private int[] starts;
  private int[] ends;
  private final Map<Integer, Atom> atoms = new HashMap<>();
  private int limit; // end of the piece being cleaned
  private int mended; // runs of broken characters so far

  Cleaner(String source) {
    this.source = source;
    this.text = new StringBuilder(source.length());
  }

  SourceText clean(List<Piece> pieces) {
    for (Piece piece : pieces) {
      if (piece.start() != text.length()) {
        move(text.length());
      }
      switch (piece) {
        case Piece.Plain(int start, int end) -> clean(start, end);
        case Piece.Literal(int start, int end, String literal) -> putAll(literal, start, end);
        case Piece.Marked(int start, int end, Atom atom) -> {
          atoms.put(text.length(), atom);
          putAll(Character.toString(SourceText.ATOM), start, end);
        }
      }
    }
    boolean whole =
        mended == 0
            && pieces.size() == 1
            && pieces.getFirst().equals(new Piece.Plain(0, source.length()));
    SourceText.Places places = new SourceText.Places(starts, ends);
    return new SourceText(text.toString(), places, atoms, whole, mended);
  }

  private void clean(int start, int end) {
    limit = end;
    int at = start;
    while (at < end) {
      char c = source.charAt(at);
      if (c < 0x80 && !startsCluster(at)) {
        put(ascii(c), at, at + 1);
        at++;
      } else {
        Mojibake.Mended broken = c < 0x80 ? null : Mojibake.at(source, at, limit);
        at = broken == null ? cleanCluster(at) : mend(broken, at);
      }
    }
  }

  private int mend(Mojibake.Mended broken, int at) {
    mended++;
    StringBuilder plain = new StringBuilder();
    broken.text().codePoints().forEach(c -> plain.append(plain(c)));
    putAll(Normalizer2.getNFCInstance().normalize(plain), at, broken.end());
    return broken.end();
  }

  private void putAll(String literal, int start, int end) {
    if (literal.length() != end - start) {
      move(text.length());
    }
    for (int i = 0; i < literal.length(); i++) {
      put(literal.charAt(i), start, end);
    }
  }

  private static char ascii(char c) {
    boolean control = c < ' ' || c == 0x7F;
    return control && c != '\n' && c != '\t' ? ' ' : c;
  }

  private boolean startsCluster(int at) {
    return at + 1 < limit && isMark(source.codePointAt(at + 1));
  }

  private static boolean isMark(int c) {
    return c >= 0x300 && Character.getType(c) == Character.NON_SPACING_MARK;
  }

  /** Cleans a character and the marks on it; returns the index after them. */
  private int cleanCluster(int at) {
    int c = source.codePointAt(at);
    int end = at + Character.charCount(c);
    while (end < limit && end - at < LONGEST_CLUSTER && isMark(source.codePointAt(end))) {
      end += Character.charCount(source.codePointAt(end));
    }
    String plain = joinsEmoji(c, at) ? source.substring(at, end) : plain(c);
    if (end > at + Character.charCount(c) && !plain.isEmpty()) {
      String cluster = plain + source.substring(at + Character.charCount(c), end);
      plain = Normalizer2.getNFCInstance().normalize(cluster);
    }
    putAll(plain, at, end);
    return end;
  }

  /** Whether an invisible joiner stands between two emoji, which it makes one. */
  private boolean joinsEmoji(int c, int at) {
    return c == SourceText.JOINER
        && at > 0
        && at + 1 < limit
        && isPictorial(source.codePointBefore(at))
        && isPictorial(source.codePointAt(at + 1));
  }

  private static boolean isPictorial(int c) {
    return c == 0xFE0F || isBetween(c, 0x2190, 0x2BFF) || isBetween(c, 0x1F000, 0x1FAFF);
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
      case '\uFFFD', SourceText.ATOM -> " ";
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
      starts = Arrays.copyOf(starts, starts.length * 2);
      ends = Arrays.copyOf(ends, ends.length * 2);
    }
  }
}
