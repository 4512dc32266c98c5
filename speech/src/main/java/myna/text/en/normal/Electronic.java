package myna.text.en.normal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Addresses of the network and of files: URLs, e-mail, domains, handles, hashtags, paths, file
 * names.
 */
final class Electronic implements SemioticClass {
  private static final String HOST = "[A-Za-z0-9](?:[A-Za-z0-9-]{0,62})";
  private static final String TAIL = "(?:[/?#:][^\\s\"'<>{}|\\\\^`]{0,150})?";
  private static final String DOMAINS =
      "com|org|net|edu|gov|mil|int|info|biz|io|ai|app|dev|co|tv|me|us|uk|ca|au|nz|ie|de|fr|it|es|nl|se|no|dk|fi|ch|at|be|eu|pl|pt"
          + "|ru|jp|cn|kr|in|br|mx|za|xyz|online|tech|site|blog|shop|news|museum|name";
  private static final String FILES =
      "txt|md|pdf|docx?|xlsx?|pptx?|csv|tsv|json|xml|ya?ml|toml|html?|css|js|ts|java|py|c|cpp|h|rs|go|rb|php|sh|exe|dll|jar|zip|tar|gz"
          + "|7z|rar|iso|jpe?g|png|gif|svg|webp|bmp|tiff?|mp3|mp4|m4a|m4b|wav|flac|ogg|opus|avi|mov|mkv|epub|mobi|log|ini|cfg|conf|bak|onnx|srt|vtt";
  private static final Pattern URL =
      Forms.ignoringCase(
          "(?:https?|ftps?|sftp|file|ssh|git|wss?)://[^\\s\"'<>{}|\\\\^`]{1,190}|mailto:[^\\s\"'<>]{3,190}");
  private static final Pattern WWW =
      Forms.ignoringCase("www\\." + HOST + "(?:\\." + HOST + "){0,6}" + TAIL);
  private static final Pattern EMAIL =
      Forms.compile(
          "[A-Za-z0-9][A-Za-z0-9._%+-]{0,63}@" + HOST + "(?:\\." + HOST + "){1,5}" + TAIL);
  private static final Pattern DOMAIN =
      Forms.compile("(?:" + HOST + "\\.){1,5}(?:" + DOMAINS + ")(?![\\p{L}\\p{N}-])" + TAIL);
  private static final Pattern FILE =
      Forms.compile(
          "[A-Za-z0-9_][\\w+-]{0,63}(?:\\.[\\w-]{1,20}){0,3}\\.(?:"
              + FILES
              + ")(?![\\p{L}\\p{N}-])");
  private static final Pattern LOWER =
      Forms.compile(
          "[a-z0-9-]*[a-z]{2}[a-z0-9-]*(?:\\.[a-z0-9-]*[a-z]{2}[a-z0-9-]*){1,5}(?![\\p{L}\\p{N}])");
  private static final Pattern PATH =
      Forms.compile(
          "(?:[A-Za-z]:\\\\[\\w.-]{1,60}(?:\\\\[\\w.-]{1,60}){0,8}|(?:~|\\.{1,2})?/[\\w.-]{2,60}(?:/[\\w.-]{1,60}){1,8}/?)");
  private static final Pattern HANDLE = Forms.compile("@[A-Za-z_]\\w{1,40}");
  private static final Pattern HASHTAG =
      Forms.compile("#([\\p{L}_][\\p{L}\\p{N}_]{0,60})(?![\\p{L}\\p{N}_#])");
  private static final String TRAILING = ".,;:!?)]}'\"*_";
  private static final Set<String> SPELLED =
      Set.of(
          "http", "https", "ftp", "sftp", "ssh", "www", "html", "htm", "css", "js", "php", "pdf",
          "xml", "csv", "tsv", "png", "svg", "mp3", "mp4", "url", "api", "faq", "ai", "io", "tv",
          "edu", "usb", "cnn", "bbc", "nbc", "cbs", "ibm", "dgx", "rtx", "txt", "tsx", "jsx", "sql",
          "mp", "cpp", "docx", "xlsx", "pptx", "uk", "us", "eu", "wav", "mkv", "exe", "dll", "srt");
  private static final Map<String, String> SAID =
      Map.of("jpg", "jpeg", "mpg", "mpeg", "yml", "yaml", "gz", "gzip", "md", "MD");
  private static final Pattern UNSAYABLE = Forms.compile("[b-df-hj-np-tv-xz]{2,5}");
  private static final int LONG_PART = 6; // letters; of two parts this long a split is no accident

  private final Vocabulary vocabulary;

  Electronic(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  @Override
  public boolean startsWith(char first) {
    return first < 0x80 && (Character.isLetterOrDigit(first) || "@#/~.\\".indexOf(first) >= 0);
  }

  @Override
  public Reading read(Cursor cursor) {
    char before = cursor.at(-1);
    if (Character.isLetterOrDigit(before) || "@#&$_".indexOf(before) >= 0 || !isChunk(cursor)) {
      return null;
    }
    for (Pattern pattern : new Pattern[] {URL, EMAIL, WWW, FILE, DOMAIN, LOWER, PATH, HANDLE}) {
      Matcher form = cursor.match(pattern);
      if (form != null && trimmed(form) > form.start() + 1) {
        int end = trimmed(form);
        return say(cursor.text().substring(form.start(), end)).until(end);
      }
    }
    Matcher hashtag = cursor.match(HASHTAG);
    return hashtag == null ? null : tag(hashtag);
  }

  /** A quick look whether the stretch up to the next space has what addresses have inside. */
  private static boolean isChunk(Cursor cursor) {
    char first = cursor.at(0);
    if (!Character.isLetterOrDigit(first)) {
      return true;
    }
    for (int i = 1; i < Cursor.WINDOW; i++) {
      char c = cursor.at(i);
      if (Character.isWhitespace(c)) {
        return false;
      }
      boolean inside = ".@:/\\".indexOf(c) >= 0 && !Character.isWhitespace(cursor.at(i + 1));
      if (inside) {
        return true;
      }
    }
    return false;
  }

  private static int trimmed(Matcher form) {
    String text = form.group();
    int end = text.length();
    while (end > 1 && TRAILING.indexOf(text.charAt(end - 1)) >= 0 && !isBalanced(text, end)) {
      end--;
    }
    return form.start() + end;
  }

  private static boolean isBalanced(String text, int end) {
    return text.charAt(end - 1) == ')' && text.lastIndexOf('(', end - 1) >= 0;
  }

  private Reading.Speech say(String written) {
    Reading.Speech speech = Reading.speech();
    int at = 0;
    while (at < written.length()) {
      char c = written.charAt(at);
      int end = at + 1;
      if (Forms.isDigit(c)) {
        while (end < written.length() && Forms.isDigit(written.charAt(end))) {
          end++;
        }
        sayDigits(speech, written.substring(at, end));
      } else if (Character.isLetter(c)) {
        while (end < written.length() && Character.isLetter(written.charAt(end))) {
          end++;
        }
        boolean last = end == written.length();
        sayLetters(
            speech, written.substring(at, end), last && at > 0 && written.charAt(at - 1) == '.');
      } else {
        speech.say(Symbols.nameInAddress(c));
      }
      at = end;
    }
    return speech;
  }

  private static void sayDigits(Reading.Speech speech, String digits) {
    boolean thousands = digits.matches("[1-9]\\d{0,2}000");
    speech.say(thousands ? NumberWords.plainCardinal(digits) : NumberWords.digits(digits));
  }

  private void sayLetters(Reading.Speech speech, String letters, boolean ending) {
    String lower = letters.toLowerCase(Locale.ROOT);
    String said = SAID.get(lower);
    if (said != null) {
      speech.say(said);
    } else if (SPELLED.contains(lower)
        || (ending && letters.length() == 2 && !lower.matches("me|at|be|is|in|no"))) {
      speech.spell(letters.toUpperCase(Locale.ROOT));
    } else if (!vocabulary.contains(lower) && UNSAYABLE.matcher(lower).matches()) {
      speech.spell(letters.toUpperCase(Locale.ROOT));
    } else if (!vocabulary.contains(lower) && splitAt(lower) > 0) {
      speech.say(letters.substring(0, splitAt(lower))).say(letters.substring(splitAt(lower)));
    } else {
      speech.say(letters);
    }
  }

  /** Where a run of letters is two long words written together, or 0. */
  private int splitAt(String lower) {
    int found = 0;
    for (int at = LONG_PART; at <= lower.length() - LONG_PART; at++) {
      if (vocabulary.contains(lower.substring(0, at)) && vocabulary.contains(lower.substring(at))) {
        found = found == 0 ? at : found;
      }
    }
    return found;
  }

  private Reading tag(Matcher form) {
    Reading.Speech speech = Reading.speech().say("hashtag");
    String words =
        form.group(1)
            .replace("_", " ")
            .replaceAll("(?<=\\p{Ll})(?=\\p{Lu}|\\d)|(?<=\\d)(?=\\p{L})", " ");
    for (String word : words.split(" ", -1)) {
      boolean digits = word.matches("\\d+");
      speech.say(digits ? numberInTag(word) : word);
    }
    return speech.until(form.end());
  }

  private static String numberInTag(String digits) {
    boolean year = digits.matches("1[1-9]\\d\\d|20\\d\\d");
    return year ? NumberWords.year(Integer.parseInt(digits)) : NumberWords.cardinal(digits);
  }
}
