package myna.text.en.normal;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.lang.UProperty;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import myna.text.source.SourceText;

/**
 * Emoji by their short names: several that are joined are one, tones of skin are not said, two
 * letters of a region are a flag (Unicode Technical Standard 51, section 1.4).
 */
final class Emoji implements SemioticClass {
  private static final int VARIATION = 0xFE0F;
  private static final int KEYCAP = 0x20E3;
  private static final int LONGEST = 10; // pictures in one emoji
  private static final int WOMAN = 0x1F469;
  private static final int MAN = 0x1F468;
  private static final int PERSON = 0x1F9D1;

  private final Map<String, String> names = new HashMap<>(); // without tones and variation marks
  private final Map<String, String> roles = new HashMap<>(); // by what a person is joined with

  Emoji() {
    for (String[] row : Facts.table("emoji.tsv", 3)) {
      (row[2].equals("role") ? roles : names).put(row[0].replace("\uFE0F", ""), row[1]);
    }
  }

  @Override
  public boolean startsWith(char first) {
    return first >= 0x203C || Forms.isDigit(first) || first == '#' || first == '*';
  }

  @Override
  public Reading read(Cursor cursor) {
    int at = cursor.position();
    int c = cursor.text().codePointAt(at);
    if (c < 0x80) {
      return readKeycap(cursor);
    }
    if (isRegion(c)) {
      return readFlag(cursor, c);
    }
    boolean pictured = cursor.charAt(at + Character.charCount(c)) == VARIATION;
    if (!UCharacter.hasBinaryProperty(c, UProperty.EMOJI_PRESENTATION)
        && !(pictured && UCharacter.hasBinaryProperty(c, UProperty.EMOJI))
        && !names.containsKey(Character.toString(c))) {
      return null;
    }
    return readPictures(cursor);
  }

  /** 1, a mark of variation, and a key around it. */
  private static Reading readKeycap(Cursor cursor) {
    int at = cursor.charAt(cursor.position() + 1) == VARIATION ? 2 : 1;
    if (cursor.at(at) != KEYCAP) {
      return null;
    }
    char key = cursor.at(0);
    String name =
        switch (key) {
          case '#' -> "hash";
          case '*' -> "asterisk";
          default -> NumberWords.cardinal(key - '0');
        };
    return Reading.of(cursor.position() + at + 1, "keycap " + name);
  }

  private static boolean isRegion(int c) {
    return c >= 0x1F1E6 && c <= 0x1F1FF;
  }

  private static Reading readFlag(Cursor cursor, int first) {
    int at = cursor.position() + Character.charCount(first);
    int second = at < cursor.limit() ? cursor.text().codePointAt(at) : 0;
    if (!isRegion(second)) {
      return Reading.speech().spell(Character.toString(letter(first))).until(at);
    }
    String code = "" + letter(first) + letter(second);
    String country = Locale.of("", code).getDisplayCountry(Locale.ENGLISH);
    return Reading.of(at + Character.charCount(second), "flag " + country.replace("&", "and"));
  }

  private static char letter(int region) {
    return (char) ('A' + region - 0x1F1E6);
  }

  private Reading readPictures(Cursor cursor) {
    List<Integer> pictures = new ArrayList<>();
    int at = cursor.position();
    boolean joined = true;
    while (joined && at < cursor.limit() && pictures.size() < LONGEST) {
      int c = cursor.text().codePointAt(at);
      pictures.add(c);
      at = afterMarks(cursor, at + Character.charCount(c));
      joined = cursor.charAt(at) == SourceText.JOINER;
      at += joined ? 1 : 0;
    }
    return Reading.of(Math.min(at, cursor.limit()), name(pictures));
  }

  /** The index behind marks of variation and tones of skin. */
  private static int afterMarks(Cursor cursor, int from) {
    int at = from;
    while (at < cursor.limit()) {
      int c = cursor.text().codePointAt(at);
      boolean tone = c >= 0x1F3FB && c <= 0x1F3FF;
      if (c != VARIATION && !tone) {
        break;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  private String name(List<Integer> pictures) {
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < pictures.size(); i++) {
      key.append(i == 0 ? "" : Character.toString(SourceText.JOINER))
          .appendCodePoint(pictures.get(i));
    }
    String name = names.get(key.toString());
    if (name != null || pictures.size() == 1) {
      return name == null ? unicodeName(pictures.getFirst()) : name;
    }
    if (pictures.stream().allMatch(Emoji::isSomebody)) {
      return "family";
    }
    String second = Character.toString(pictures.get(1));
    String first = Character.toString(pictures.getFirst());
    String base = names.getOrDefault(first, unicodeName(pictures.getFirst()));
    if (second.equals("♀") || second.equals("♂")) {
      String somebody = second.equals("♀") ? "woman" : "man";
      return base.startsWith("person ")
          ? somebody + base.substring("person".length())
          : somebody + " " + base;
    }
    String role = roles.get(second);
    return role == null
        ? base
        : isSomebody(pictures.getFirst()) ? somebody(pictures.getFirst(), role) : base;
  }

  private static String somebody(int c, String role) {
    return c == WOMAN ? "woman " + role : c == MAN ? "man " + role : role;
  }

  private static boolean isSomebody(int c) {
    return c == PERSON || (c >= 0x1F466 && c <= MAN + 1) || c == 0x1F476 || c == 0x1F9D2;
  }

  /** The character's name in Unicode, without what only tells it from others. */
  private static String unicodeName(int c) {
    String name = UCharacter.getName(c);
    return name == null
        ? ""
        : name.toLowerCase(Locale.ROOT)
            .replace('-', ' ')
            .replaceAll("^(?:black|white|heavy) | (?:sign|symbol)$", "");
  }
}
