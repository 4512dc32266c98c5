package myna.text.en.normal;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Postal addresses: 1211 E Arques Ave; Santa Clara, CA 95051; 10 Downing St, London SW1A 2AA. */
final class Addresses implements SemioticClass {
  private static final String DIRECTION = "N|S|E|W|NE|NW|SE|SW";
  private static final Pattern POSTCODE =
      Forms.compile("([A-Z]{1,2}\\d[A-Z\\d]?) (\\d[A-Z]{2})(?![\\p{L}\\p{N}])");
  private static final Pattern SIDE =
      Forms.compile(
          "(" + DIRECTION + ")\\.? (?=\\d{1,3}(?:st|nd|rd|th) (?i:st|ave|street|avenue)\\b)");
  private static final Pattern BOX = Forms.compile("P\\.? ?O\\.? Box (\\d{1,6})(?![\\p{L}\\p{N}])");
  private static final Map<String, String> DIRECTIONS =
      Map.of(
          "N",
          "North",
          "S",
          "South",
          "E",
          "East",
          "W",
          "West",
          "NE",
          "Northeast",
          "NW",
          "Northwest",
          "SE",
          "Southeast",
          "SW",
          "Southwest");

  private static final Set<String> WORDS =
      Set.of("OK", "IN", "OR", "ME", "HI", "OH", "LA", "PA", "MA", "ID", "AL", "DE", "MS", "CO");
  private static final Set<String> NO_PLACES =
      Set.of(
          ("Fine Yes No Well Oh Hey Sure Right So Now Okay Alright Good Great And But Or If Hello"
                  + " Hi Dear You Me Him Her Us Them It This That There Here Wow Ah OK Then")
              .split(" "));
  private static final Set<String> MARYLAND =
      Set.of(
          "Baltimore",
          "Annapolis",
          "Bethesda",
          "Rockville",
          "Frederick",
          "Spring",
          "Columbia",
          "Gaithersburg",
          "Towson",
          "Laurel",
          "Salisbury",
          "Hagerstown",
          "City",
          "Park");

  private final Map<String, String> streets = new HashMap<>();
  private final Map<String, String> states = new HashMap<>();
  private final Pattern street;
  private final Pattern state;
  private final Pattern zip;

  Addresses() {
    for (String[] row : Facts.table("addresses.tsv", 3)) {
      (row[2].equals("state") ? states : streets).put(row[0], row[1]);
    }
    String kinds = String.join("|", streets.keySet());
    street =
        Forms.compile(
            "(\\d{1,5})([A-Za-z])?(?: ("
                + DIRECTION
                + ")\\.?)? ((?:(?:\\p{Lu}[\\p{L}'-]{0,30}\\.?|\\d{1,3}(?:st|nd|rd|th))"
                + " ){1,4}?)(?i:("
                + kinds
                + "))\\b(\\.(?= ?[,\\p{Ll}]| (?:Apt|Ste|Suite|Unit|Rm|Room|#)|$))?(?: ("
                + DIRECTION
                + ")\\b)?");
    String codes = states.keySet().stream().sorted().collect(Collectors.joining("|"));
    state =
        Forms.compile(
            "(" + codes + ")(?:,? (\\d{5})(?:-(\\d{4}))?)?(?![\\p{L}\\p{N}-]|\\.[\\p{L}\\p{N}])");
    zip = Forms.compile("(\\d{5})-(\\d{4})(?![\\p{L}\\p{N}-])");
  }

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first) || (first >= 'A' && first <= 'Z');
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLowerCase(cursor.at(1))
        || Character.isLetterOrDigit(cursor.at(-1))
        || "-.$#/".indexOf(cursor.at(-1)) >= 0) {
      return null;
    }
    if (Forms.isDigit(cursor.at(0))) {
      Reading reading = readStreet(cursor);
      return reading == null ? readZip(cursor) : reading;
    }
    Matcher side = cursor.match(SIDE);
    if (side != null) {
      return Reading.of(side.end(), DIRECTIONS.get(side.group(1)));
    }
    Matcher box = cursor.match(BOX);
    if (box != null) {
      return Reading.speech()
          .spell("PO")
          .say("Box " + NumberWords.pairs(box.group(1)))
          .until(box.end());
    }
    Reading reading = readState(cursor);
    return reading == null ? readPostcode(cursor) : reading;
  }

  private Reading readStreet(Cursor cursor) {
    Matcher form = cursor.match(street);
    if (form == null) {
      return null;
    }
    Reading.Speech speech = Reading.speech().say(NumberWords.pairs(form.group(1)));
    if (form.group(2) != null) {
      speech.spell(form.group(2));
    }
    speech.say(direction(form.group(3)));
    for (String name : form.group(4).strip().split(" ", -1)) {
      speech.say(
          Character.isDigit(name.charAt(0))
              ? NumberWords.ordinal(name.replaceAll("\\D", ""))
              : streetName(name));
    }
    return speech.say(kind(form.group(5))).say(direction(form.group(7))).until(form.end());
  }

  private static String streetName(String name) {
    return name.equals("St.") || name.equals("St") ? "Saint" : name;
  }

  private static String direction(String written) {
    return written == null ? "" : DIRECTIONS.get(written);
  }

  private String kind(String written) {
    String key =
        Character.toUpperCase(written.charAt(0))
            + written.substring(1).toLowerCase(java.util.Locale.ROOT);
    return streets.getOrDefault(key, written);
  }

  /** A state's letters after a comma, or before a postal code. */
  private Reading readState(Cursor cursor) {
    Matcher form = cursor.match(state);
    boolean afterComma =
        cursor.at(-1) == ' ' && cursor.at(-2) == ',' && Character.isLetterOrDigit(cursor.at(-3));
    if (form == null || (form.group(2) == null && !(afterComma && isPlace(cursor, form)))) {
      return null;
    }
    String name = states.get(form.group(1));
    Reading.Speech speech = Reading.speech().say(form.group(2) == null ? name : name + ",");
    if (form.group(2) != null) {
      speech.say(NumberWords.digits(form.group(2)));
    }
    if (form.group(3) != null) {
      speech.comma().say(NumberWords.digits(form.group(3)));
    }
    return speech.until(form.end());
  }

  /**
   * Whether letters after a comma mean a state. Those that are words or titles as well do so only
   * behind a name and at the end of a clause: "Tulsa, OK." but "Fine, OK."
   */
  private static boolean isPlace(Cursor cursor, Matcher form) {
    String before = cursor.wordBefore(cursor.position() - 2);
    String code = form.group(1);
    if (code.equals("MD")) {
      return MARYLAND.contains(before);
    }
    if (!WORDS.contains(code)) {
      return !before.isEmpty() && !Character.isLowerCase(before.charAt(0));
    }
    char next = cursor.charAt(form.end());
    return Character.isUpperCase(before.charAt(0))
        && before.length() > 1
        && !NO_PLACES.contains(before)
        && "\n.,;)".indexOf(next) >= 0;
  }

  private Reading readZip(Cursor cursor) {
    Matcher form = cursor.match(zip);
    return form == null
        ? null
        : Reading.of(
            form.end(),
            NumberWords.digits(form.group(1)) + ", " + NumberWords.digits(form.group(2)));
  }

  private static Reading readPostcode(Cursor cursor) {
    Matcher form = cursor.match(POSTCODE);
    if (form == null) {
      return null;
    }
    Reading.Speech speech = Reading.speech();
    spell(speech, form.group(1));
    speech.comma();
    spell(speech, form.group(2));
    return speech.until(form.end());
  }

  private static void spell(Reading.Speech speech, String code) {
    for (Matcher run = Forms.compile("[A-Z]+|\\d+").matcher(code); run.find(); ) {
      boolean digits = Forms.isDigit(run.group().charAt(0));
      if (digits) {
        speech.say(NumberWords.cardinal(Integer.parseInt(run.group())));
      } else {
        speech.spell(run.group());
      }
    }
  }
}
