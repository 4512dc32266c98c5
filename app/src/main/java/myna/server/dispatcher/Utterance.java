package myna.server.dispatcher;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * What is to be spoken.
 *
 * @param parts each short enough for one request
 */
record Utterance(List<String> parts) {
  private static final String OPEN = "<speak>";
  private static final String CLOSE = "</speak>";
  private static final Pattern FRAME = Pattern.compile("^\\s*<speak[^>]{0,500}>|</speak>\\s*$");
  private static final Pattern SCRIPT_OF_LETTER =
      Pattern.compile("^[a-z]+ (small |capital )?letter ");
  private static final int LONGEST_PART = SpeechSource.LONGEST_TEXT - 100;

  /** The kinds of messages, as they are commanded. */
  enum Kind {
    /** A text, in SSML. */
    SPEAK,
    /** A character, which is called by its name. */
    CHAR,
    /** A key, such as {@code control_a}. */
    KEY,
    /** A sound that has a name; there are none here, so the name is said. */
    SOUND_ICON
  }

  /** What a message is said as. */
  static Utterance of(Kind kind, String message, ModuleSettings settings) {
    return switch (kind) {
      case SPEAK -> text(message, settings.spelling());
      case CHAR -> new Utterance(List.of(character(message, settings.capitals())));
      case KEY -> {
        List<String> keys = new ArrayList<>();
        for (String key : message.split("_", 0)) {
          keys.add(character(key, settings.capitals()));
        }
        yield new Utterance(List.of(String.join(" ", keys)));
      }
      case SOUND_ICON -> new Utterance(List.of(message.replaceAll("[-_]", " ")));
    };
  }

  private static String character(String name, boolean capitals) {
    if (name.codePointCount(0, name.length()) != 1) {
      return name;
    }
    int character = name.codePointAt(0);
    if (character < 128 && Character.isLetterOrDigit(character)) {
      String said = "[spell]" + name + "[/spell]";
      return capitals && Character.isUpperCase(character) ? "capital " + said : said;
    }
    String called = String.valueOf(Character.getName(character)).toLowerCase(Locale.ROOT);
    return SCRIPT_OF_LETTER.matcher(called).replaceFirst("").replace('-', ' ');
  }

  private static Utterance text(String message, boolean spelling) {
    if (!message.stripLeading().startsWith("<speak")) {
      return new Utterance(cut(message));
    }
    String content = FRAME.matcher(message).replaceAll("");
    String before = spelling ? OPEN + "<say-as interpret-as=\"characters\">" : OPEN;
    String after = spelling ? "</say-as>" + CLOSE : CLOSE;
    return new Utterance(cut(content).stream().map(part -> before + part + after).toList());
  }

  /** Cuts what is longer than one request may be, at the last end of a sentence that fits. */
  private static List<String> cut(String text) {
    List<String> parts = new ArrayList<>();
    int start = 0;
    while (text.length() - start > LONGEST_PART) {
      int end = start + LONGEST_PART;
      int sentence = Math.max(behind(". ", text, end), behind("/> ", text, end));
      int space = sentence > start ? sentence : behind(" ", text, end);
      end = space > start ? space : end;
      parts.add(text.substring(start, end));
      start = end;
    }
    parts.add(text.substring(start));
    return parts;
  }

  private static int behind(String mark, String text, int end) {
    int at = text.lastIndexOf(mark, end);
    return at < 0 ? at : at + mark.length();
  }
}
