package myna.text.en.normal;

import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import myna.text.en.normal.Currencies.Currency;

/** Amounts of money: $20.01, £1.20, US$76.3 trillion, 20 EUR, $20/mo, $5-10 million, -$3. */
final class Money implements SemioticClass {
  private static final String SCALE =
      "(?: ?-?(hundred|thousand|million|billion|trillion|lakh|crore)\\b"
          + "|((?:[kKmMbBT]|mn|bn|tn|MM)\\b| (?:bn?|mn?|tn|k|B|M|MM)\\b(?![-'])))?";

  /** As written on the European continent: 1.000,50 or 5,50. */
  private static final String CONTINENTAL =
      "\\d{1,3}(?:\\.\\d{3}){1,4},\\d{2}(?!\\d)|\\d{1,6},\\d{2}(?![\\d,])";

  private static final String AMOUNT = "(" + CONTINENTAL + "|" + Forms.NUMBER + ")" + SCALE;
  private static final Map<String, String> SCALES =
      Map.of(
          "t",
          "trillion",
          "k",
          "thousand",
          "m",
          "million",
          "mn",
          "million",
          "mm",
          "million",
          "b",
          "billion",
          "bn",
          "billion",
          "tn",
          "trillion");
  private static final Map<String, String> PERIODS =
      Map.ofEntries(
          Map.entry("mo", "month"),
          Map.entry("month", "month"),
          Map.entry("yr", "year"),
          Map.entry("year", "year"),
          Map.entry("hr", "hour"),
          Map.entry("hour", "hour"),
          Map.entry("h", "hour"),
          Map.entry("day", "day"),
          Map.entry("d", "day"),
          Map.entry("wk", "week"),
          Map.entry("week", "week"),
          Map.entry("min", "minute"),
          Map.entry("sec", "second"),
          Map.entry("kg", "kilogram"),
          Map.entry("lb", "pound"),
          Map.entry("oz", "ounce"),
          Map.entry("gal", "gallon"),
          Map.entry("l", "liter"),
          Map.entry("mi", "mile"),
          Map.entry("km", "kilometer"),
          Map.entry("person", "person"),
          Map.entry("night", "night"),
          Map.entry("unit", "unit"),
          Map.entry("share", "share"),
          Map.entry("barrel", "barrel"),
          Map.entry("bbl", "barrel"),
          Map.entry("ton", "ton"),
          Map.entry("user", "user"),
          Map.entry("GB", "gigabyte"),
          Map.entry("kWh", "kilowatt hour"),
          Map.entry("sq ft", "square foot"),
          Map.entry("sq\\. ?ft", "square foot"),
          Map.entry("sqft", "square foot"),
          Map.entry("ft", "foot"),
          Map.entry("ft²", "square foot"),
          Map.entry("m²", "square meter"),
          Map.entry("head", "head"),
          Map.entry("item", "item"),
          Map.entry("page", "page"),
          Map.entry("minute", "minute"),
          Map.entry("second", "second"),
          Map.entry("pound", "pound"),
          Map.entry("gallon", "gallon"),
          Map.entry("each", "each"),
          Map.entry("piece", "piece"),
          Map.entry("seat", "seat"),
          Map.entry("acre", "acre"),
          Map.entry("TB", "terabyte"),
          Map.entry("MB", "megabyte"),
          Map.entry("MWh", "megawatt hour"));
  private static final Pattern NOUN = Forms.compile("[ -](\\p{Ll}{3,})");
  private static final Pattern RATE = Forms.compile("-(?:an?|per)-\\p{Ll}");
  private static final String PRICED =
      "question|bill|note|prize|fine|fee|deal|mark|ticket|reward|grant|loan|check|cheque|budget|project|contract|bonus|coin"
          + "|donation|jackpot|settlement|investment|lawsuit|house|home|mansion|computer|program|fund";
  private static final String NO_NOUN =
      "and|but|for|from|per|into|than|was|were|that|which|when|with|worth|each|more|less";

  private static final Pattern NOTES = Forms.compile("[$£€](\\d{1,3}0?)s(?![\\p{L}\\p{N}'])");
  private static final Pattern PENCE = Forms.compile("(\\d{1,3})p(?![\\p{L}\\p{N}]|\\.\\d)");

  private static final int LONGEST_MARK = 9; // characters, with what stands before the digits

  private final Currencies currencies;
  private final Pattern before; // mark, then number
  private final Pattern after; // number, then mark

  Money(Currencies currencies) {
    this.currencies = currencies;
    String mark = "(" + currencies.marks() + ")";
    String end = "(?!\\p{L}|\\d|,\\d{3})(?:/(" + periods() + ")(?![\\p{L}\\p{N}])\\.?)?";
    before =
        Forms.compile(
            "([-+])?"
                + mark
                + " ?(-)?"
                + AMOUNT
                + "(?: ?[-–] ?(?:"
                + mark
                + " ?)?"
                + AMOUNT
                + ")?"
                + end);
    after = Forms.compile("(-)?" + AMOUNT + "(?: ?[-–] ?" + AMOUNT + ")? ?" + mark + end);
  }

  /** The longer ones first. */
  private static String periods() {
    return PERIODS.keySet().stream()
        .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(String::toString))
        .collect(Collectors.joining("|"));
  }

  @Override
  public boolean startsWith(char first) {
    return Forms.isDigit(first)
        || first == '-'
        || first == '.'
        || first == '+'
        || currencies.startsMark(first);
  }

  @Override
  public Reading read(Cursor cursor) {
    if (Character.isLetterOrDigit(cursor.at(-1))
        || "$€£".indexOf(cursor.at(-1)) >= 0
        || isMereWord(cursor)) {
      return null;
    }
    Matcher form = cursor.match(before);
    if (form != null) {
      return markBefore(cursor, form);
    }
    Matcher notes = cursor.match(NOTES);
    if (notes != null) {
      return Reading.of(notes.end(), NumberWords.plural(NumberWords.cardinal(notes.group(1))));
    }
    Matcher pence = cursor.variety() == Variety.GB ? cursor.match(PENCE) : null;
    if (pence != null) {
      String unit = Forms.isOne(pence.group(1)) ? " penny" : " pence";
      return Reading.of(pence.end(), NumberWords.cardinal(pence.group(1)) + unit);
    }
    form = cursor.match(after);
    return form == null || isWordThere(cursor, form) ? null : markAfter(form);
  }

  /** A quick look whether letters stand at the cursor that no amount follows. */
  private static boolean isMereWord(Cursor cursor) {
    if (!Character.isLetter(cursor.at(0))) {
      return false;
    }
    for (int i = 1; i < LONGEST_MARK; i++) {
      if (Forms.isDigit(cursor.at(i))) {
        return false;
      }
    }
    return true;
  }

  private Reading markBefore(Cursor cursor, Matcher form) {
    Currency currency = currencies.get(form.group(2));
    if (form.group(2).equals("¢")
        || (form.group(2).startsWith("Rs") && form.group(4).startsWith("."))) {
      return null;
    }
    Amount first = amount(form, 4);
    Amount second = form.group(8) == null ? null : amount(form, 8);
    Reading.Speech speech = Reading.speech();
    boolean minus = "-".equals(form.group(1)) || form.group(3) != null;
    if (minus || "+".equals(form.group(1))) {
      speech.say(minus ? "minus" : "plus");
    }
    boolean hyphen = form.group(5) != null && form.group().endsWith("-" + form.group(5));
    boolean adjective = form.group(11) == null && isAdjective(cursor, form.end(), hyphen);
    if (second == null) {
      speech.say(first.in(currency, adjective));
    } else {
      Amount from =
          first.scale == null
              ? first.withScale(form.group(7) == null ? second.scale : null)
              : first;
      boolean repeat = from.scale != null && second.scale == null;
      speech
          .say(repeat ? from.in(currency, false) : from.before(second, currency))
          .say("to")
          .say(second.in(currency, adjective));
    }
    return speech.say(per(form.group(11))).until(form.end());
  }

  private Reading markAfter(Matcher form) {
    Currency currency = currencies.get(form.group(8));
    Amount first = amount(form, 2);
    Reading.Speech speech = Reading.speech().say(form.group(1) == null ? "" : "minus");
    if (form.group(5) == null) {
      speech.say(first.in(currency, false));
    } else {
      Amount second = amount(form, 5);
      speech.say(first.before(second, currency)).say("to").say(second.in(currency, false));
    }
    return speech.say(per(form.group(9))).until(form.end());
  }

  /**
   * "5 Rs" is money, "5 TRY" at the end of a number list may not be: a code needs a space or
   * nothing before it.
   */
  private static boolean isWordThere(Cursor cursor, Matcher form) {
    return form.group(8).equals("$") && Forms.isDigit(cursor.charAt(form.end()));
  }

  /** "a $20 bill": the name of the currency stays in the singular. */
  private static boolean isAdjective(Cursor cursor, int end, boolean hyphen) {
    if (cursor.matchAt(RATE, end) != null) {
      return true;
    }
    Matcher noun = cursor.matchAt(NOUN, end);
    if (noun == null) {
      return false;
    }
    String before = cursor.lowerWordBefore();
    boolean one =
        (hyphen || before.matches("an?|another|every")) && !noun.group(1).matches(NO_NOUN);
    return one
        || noun.group(1).matches("(?:bill|note|coin|stamp|ticket)s?")
        || (before.matches("the|this|that|his|her|their|its|our|my")
            && noun.group(1).matches(PRICED));
  }

  private static String per(String period) {
    if (period == null) {
      return "";
    }
    boolean squareFeet = period.startsWith("sq.");
    return "per " + (squareFeet ? "square foot" : PERIODS.get(period));
  }

  private static Amount amount(Matcher form, int group) {
    String scale = form.group(group + 1);
    if (scale == null && form.group(group + 2) != null) {
      scale = SCALES.get(form.group(group + 2).strip().toLowerCase(java.util.Locale.ROOT));
    }
    return new Amount(plain(form.group(group)), scale);
  }

  /** Without marks between thousands, and with a point before the hundredths. */
  private static String plain(String number) {
    return number.matches(CONTINENTAL)
        ? number.replace(".", "").replace(',', '.')
        : number.replace(",", "");
  }

  /**
   * A number of units of a currency.
   *
   * @param number digits with at most one point
   * @param scale "million", or null
   */
  private record Amount(String number, String scale) {
    Amount withScale(String newScale) {
      return new Amount(number, newScale);
    }

    /**
     * As the first of two amounts: without the currency unless it has cents; the second one's scale
     * is said only once.
     */
    String before(Amount other, Currency currency) {
      int point = number.indexOf('.');
      if (scale == null && other.scale == null && point >= 0) {
        boolean round = cents(number.substring(point + 1)).isEmpty();
        return round ? NumberWords.decimal(number.substring(0, point)) : in(currency, false);
      }
      boolean sameScale = scale == null || scale.equals(other.scale);
      return NumberWords.decimal(number) + (sameScale ? "" : " " + scale);
    }

    String in(Currency currency, boolean adjective) {
      if (scale != null) {
        return NumberWords.plainDecimal(number)
            + " "
            + scale
            + " "
            + (adjective ? currency.one() : currency.many());
      }
      int point = number.indexOf('.');
      String whole = point < 0 ? number : number.substring(0, point);
      String fraction = point < 0 ? "" : cents(number.substring(point + 1));
      if (fraction.length() > 2 || (!fraction.isEmpty() && currency.minorOne() == null)) {
        return NumberWords.decimal(whole + "." + fraction) + " " + currency.many();
      }
      return wholeAndCents(whole, fraction, currency, adjective);
    }

    private static String wholeAndCents(
        String whole, String fraction, Currency currency, boolean adjective) {
      int cents =
          fraction.isEmpty()
              ? 0
              : Integer.parseInt(fraction.length() == 1 ? fraction + "0" : fraction);
      boolean noWhole = whole.isEmpty() || whole.matches("0+");
      StringBuilder words = new StringBuilder();
      if (!noWhole || cents == 0) {
        String units = Forms.isOne(whole) || adjective ? currency.one() : currency.many();
        words.append(NumberWords.count(whole.isEmpty() ? "0" : whole)).append(' ').append(units);
      }
      if (cents > 0) {
        words.append(' ').append(NumberWords.cardinal(cents)).append(' ');
        words.append(cents == 1 || adjective ? currency.minorOne() : currency.minorMany());
      }
      return words.toString();
    }

    /** The fraction without zeros that say nothing: 010 is 01, 000 is nothing. */
    private static String cents(String fraction) {
      String bare = fraction;
      while (bare.length() > 2 && bare.endsWith("0")) {
        bare = bare.substring(0, bare.length() - 1);
      }
      return bare.matches("0+") ? "" : bare;
    }
  }
}
