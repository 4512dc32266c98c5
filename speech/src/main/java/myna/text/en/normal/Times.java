package myna.text.en.normal;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Times of day: 5pm, 1:59 p.m. EST, 13:05, 9-5pm, 01:00, 10:30:15, 14h30. */
final class Times implements SemioticClass {
  private static final String HALF = "(?: ?([AaPp])(\\.?) ?[Mm]\\b\\.?)";
  private static final String ZONE =
      "(?: ?\\(?((?:[ECMP]\\.?[SD]\\.?T|[ECMP]T|GMT|UTC|BST|CES?T|EES?T|IST|JST|AEST|AEDT|AKST|HST|[ecmp]\\.[sd]\\.t)"
          + "\\.?(?:[+-]\\d{1,2})?)(?![\\p{L}\\p{N}])\\)?)?";
  private static final Pattern TIME =
      Forms.compile(
          "([01]?\\d|2[0-4]):([0-5]\\d)(?::([0-5]\\d)(?:\\.\\d{1,6})?)?(?![:\\d]|\\.\\d|,\\d{3})"
              + HALF
              + "?"
              + ZONE);
  private static final Pattern POINTED =
      Forms.compile("(1[0-2]|0?[1-9])\\.([0-5]\\d)()" + HALF + ZONE);
  private static final Pattern HOUR = Forms.compile("(1[0-2]|0?[1-9])" + HALF + ZONE);
  private static final Pattern RANGE =
      Forms.compile(
          "(1[0-2]|0?[1-9])(?::([0-5]\\d))?"
              + HALF
              + "? ?[-–] ?(?=(?:1[0-2]|0?[1-9])(?::[0-5]\\d)?"
              + HALF
              + ")");
  private static final Pattern CLOCKS =
      Forms.compile("([01]?\\d|2[0-4]):([0-5]\\d) ?[-–] ?(?=(?:[01]?\\d|2[0-4]):[0-5]\\d(?!\\d))");
  private static final Pattern SMALL_ZONE =
      Forms.compile(" ?([ecmp][sd]t|gmt|utc)(?![\\p{L}\\p{N}])");
  private static final Pattern LASTING =
      Forms.compile(
          "(\\d{1,3}) ?h(?:rs?)? ?([0-5]?\\d) ?m(?:in)?(?: ?([0-5]?\\d) ?s)?(?![\\p{L}\\p{N}])");
  private static final Pattern MILITARY =
      Forms.compile(
          "([01]\\d|2[0-4])([0-5]\\d) ?(?:hours|hrs?)\\b(?:\\.(?= \\p{Ll}|,))?(?!"
              + " (?:of|per|a)\\b)");
  private static final Set<String> AT =
      Set.of(
          "at", "by", "until", "till", "before", "after", "from", "to", "around", "since", "about");
  private static final Pattern OCLOCK =
      Forms.ignoringCase("([01]?\\d|2[0-4]):00 o'clock(?!\\p{L})");
  private static final Pattern LAP =
      Forms.compile("(\\d{1,2}):([0-5]\\d\\.\\d{1,3})(?![\\p{L}\\p{N}:])");
  private static final Pattern LETTER_H =
      Forms.compile("([01]?\\d|2[0-3])h([0-5]\\d)(?![\\p{L}\\p{N}])");

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first);
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1)) || ":.$€£".indexOf(cursor.at(-1)) >= 0) {
      return null;
    }
    Matcher lasting = cursor.match(LASTING);
    if (lasting != null) {
      return duration(lasting);
    }
    Matcher military = cursor.match(MILITARY);
    if (military != null && isClock(cursor, military)) {
      return military(military);
    }
    Matcher oclock = cursor.match(OCLOCK);
    if (oclock != null) {
      return Reading.of(oclock.end(), hour(oclock.group(1)) + " o'clock");
    }
    Matcher lap = cursor.match(LAP);
    if (lap != null) {
      return Reading.of(lap.end(), hour(lap.group(1)) + " " + seconds(lap.group(2)));
    }
    Matcher range = cursor.match(RANGE);
    Matcher clocks = range == null ? cursor.match(CLOCKS) : range;
    return clocks == null ? readOne(cursor) : readRange(cursor, clocks, range != null);
  }

  /** Full hours, and hours before ten, are of a clock; others only where a time stands. */
  private static boolean isClock(Cursor cursor, Matcher form) {
    String before = cursor.lowerWordBefore();
    boolean shortened = form.group().contains("hr") && before.isEmpty();
    return form.group(2).equals("00")
        || form.group(1).startsWith("0")
        || shortened
        || AT.contains(before);
  }

  private static Reading military(Matcher form) {
    String zero = form.group(1).startsWith("0") ? "oh " : "";
    boolean full = form.group(2).equals("00");
    return Reading.of(
        form.end(),
        zero + hour(form.group(1)) + " " + (full ? "hundred" : minutes(form.group(2))) + " hours");
  }

  private static Reading readRange(Cursor cursor, Matcher range, boolean halves) {
    Reading.Speech speech = Reading.speech();
    say(speech, range.group(1), range.group(2), null, halves ? range.group(3) : null);
    half(speech, halves ? range.group(3) : null);
    Cursor rest = new Cursor(cursor.text(), range.end(), cursor.limit(), cursor.variety());
    Reading last = readOne(rest);
    return last == null ? null : speech.say("to").add(last.words()).until(last.end());
  }

  private static Reading readOne(Cursor cursor) {
    Matcher form = cursor.match(TIME);
    if (form == null) {
      form = cursor.match(POINTED);
    }
    if (form != null) {
      return clock(cursor, form);
    }
    form = cursor.match(HOUR);
    if (form != null) {
      Reading.Speech speech = Reading.speech().say(hour(form.group(1)));
      half(speech, form.group(2));
      Matcher small = cursor.matchAt(SMALL_ZONE, form.end());
      return small == null
          ? zone(speech, form.group(4)).until(form.end())
          : zone(speech, small.group(1)).until(small.end());
    }
    form = cursor.match(LETTER_H);
    if (form == null) {
      return null;
    }
    Reading.Speech speech = Reading.speech();
    say(speech, form.group(1), form.group(2), null, null);
    return speech.until(form.end());
  }

  /** 1h 45m: so many hours and minutes. */
  private static Reading duration(Matcher form) {
    Reading.Speech speech = Reading.speech();
    say(speech, "hour", form.group(1));
    say(speech, "minute", form.group(2));
    say(speech, "second", form.group(3));
    return speech.until(form.end());
  }

  private static void say(Reading.Speech speech, String unit, String number) {
    if (number != null) {
      int count = Integer.parseInt(number);
      speech.say(NumberWords.cardinal(count)).say(count == 1 ? unit : unit + "s");
    }
  }

  /** "thirty four point five", "oh four point five". */
  private static String seconds(String written) {
    boolean small = written.startsWith("0");
    return small ? "oh " + NumberWords.decimal(written.substring(1)) : NumberWords.decimal(written);
  }

  private static Reading clock(Cursor cursor, Matcher form) {
    Reading.Speech speech = Reading.speech();
    String seconds = form.group(3) == null || form.group(3).isEmpty() ? null : form.group(3);
    if (seconds != null && form.group(4) == null) {
      say(speech, "hour", form.group(1));
      say(speech, "minute", form.group(2));
      say(speech.say("and"), "second", seconds);
    } else {
      say(speech, form.group(1), form.group(2), seconds, form.group(4));
    }
    if (seconds != null && form.group(4) != null) {
      return toTheSecond(speech, form);
    }
    half(speech, form.group(4));
    Matcher small = form.group(4) == null ? null : cursor.matchAt(SMALL_ZONE, form.end());
    if (small != null) {
      return zone(speech, small.group(1)).until(small.end());
    }
    return zone(speech, form.group(6)).until(form.end());
  }

  /** A time to the second is of a protocol: its letters are named one by one. */
  private static Reading toTheSecond(Reading.Speech speech, Matcher form) {
    String zone = form.group(6) == null ? "" : form.group(6).replaceAll("[^\\p{L}]", "");
    String letters = (form.group(4) + "M" + zone).toUpperCase(Locale.ROOT);
    return speech.spellApart(letters).until(form.end());
  }

  private static void say(
      Reading.Speech speech, String hour, String minute, String second, String half) {
    boolean noMinutes = minute == null || minute.equals("00");
    if (noMinutes && half != null && "00".equals(second)) {
      speech.say(hour(hour));
      return;
    }
    if (noMinutes && second == null && minute != null && half == null) {
      sayFullHour(speech, Integer.parseInt(hour));
      return;
    }
    speech.say(hour(hour));
    if (!noMinutes || second != null) {
      speech.say(minutes(minute));
    }
    if (second != null) {
      speech.say(minutes(second));
    }
  }

  private static void sayFullHour(Reading.Speech speech, int hour) {
    if (hour == 0 || hour == 24) {
      speech.say("midnight");
    } else if (hour <= 12) {
      speech.say(NumberWords.cardinal(hour)).say("o'clock");
    } else {
      speech.say(NumberWords.cardinal(hour)).say("hundred");
    }
  }

  private static String hour(String written) {
    return NumberWords.cardinal(Integer.parseInt(written));
  }

  /** "thirty", "oh five", "oh oh". */
  static String minutes(String written) {
    int minutes = Integer.parseInt(written);
    return (minutes < 10 ? "oh " : "") + (minutes == 0 ? "oh" : NumberWords.cardinal(minutes));
  }

  private static void half(Reading.Speech speech, String letter) {
    if (letter != null) {
      speech.spell(letter.toUpperCase(Locale.ROOT) + "M");
    }
  }

  private static Reading.Speech zone(Reading.Speech speech, String zone) {
    if (zone == null) {
      return speech;
    }
    String letters = zone.replaceAll("[^\\p{L}]", "").toUpperCase(Locale.ROOT);
    speech.spell(letters);
    String offset = zone.replaceAll("[^0-9+-]", "");
    if (!offset.isEmpty()) {
      speech
          .say(offset.charAt(0) == '-' ? "minus" : "plus")
          .say(NumberWords.cardinal(Integer.parseInt(offset.substring(1))));
    }
    return speech;
  }
}
