package myna.narration.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.narration.read.TimedCue.Turn;
import org.jsoup.parser.Parser;

/**
 * Parts the lines of a cue into what each speaker says, without tags, sounds and songs. A speaker
 * is known by a WebVTT voice tag, by a label in capitals ({@code JOHN:}), or by one that the caller
 * knows.
 */
final class CueText {
  private static final Pattern VOICE = Pattern.compile("<v(?:\\.[^ >]{0,100})?\\s+([^>]{1,100})>");
  private static final Pattern TAG = Pattern.compile("<[^>]{0,100}>|\\{\\\\[^}]{0,300}\\}");
  private static final Pattern SOUND =
      Pattern.compile("\\[[^\\]]*\\]|\\([A-Z][A-Z ,'-]+\\)|♪[^♪]*♪?");
  private static final Pattern TURN = Pattern.compile("^(?:[-–—]\\s+|[-–—](?=\\p{Lu})|>>+\\s*)");
  private static final Pattern LABEL =
      Pattern.compile(
          "^(\\p{Lu}[\\p{L}\\p{N}.'’#-]*(?: [\\p{L}\\p{N}.'’#-]+){0,3})\\s*:\\s+(?=\\S)");

  private static final Pattern SMALL = Pattern.compile("\\p{Ll}");

  private CueText() {}

  /** Whether a name that stands before a colon is that of a speaker. */
  interface Names {
    boolean knows(String name);
  }

  /**
   * The label at the start of a line, in whatever letters it is.
   *
   * @return null where there is none
   */
  static String label(String line) {
    Matcher label = LABEL.matcher(TURN.matcher(visible(line)).replaceFirst(""));
    return label.find() ? label.group(1) : null;
  }

  /** Whether a label is one by its capitals alone. */
  static boolean isLoud(String label) {
    return label.length() > 1 && !SMALL.matcher(label).find();
  }

  /**
   * What is said in a cue.
   *
   * @param speaker of the whole cue, or ""
   * @return none where there is nothing to say
   */
  static List<Turn> turns(List<String> lines, String speaker, Names names) {
    List<Turn> turns = new ArrayList<>();
    for (String line : lines) {
      int at = 0;
      Matcher voice = VOICE.matcher(line);
      String named = "";
      while (voice.find()) {
        add(turns, line.substring(at, voice.start()), named.isEmpty() ? speaker : named, names);
        named = Tidy.line(voice.group(1));
        at = voice.end();
        turns.add(new Turn(named, true, ""));
      }
      add(turns, line.substring(at), named.isEmpty() ? speaker : named, names);
    }
    turns.removeIf(turn -> Tidy.isOrnament(turn.text()));
    return turns;
  }

  private static void add(List<Turn> turns, String line, String speaker, Names names) {
    String text = visible(line);
    Matcher mark = TURN.matcher(text);
    boolean begins = mark.find();
    String said = begins ? text.substring(mark.end()) : text;
    Matcher label = LABEL.matcher(said);
    String name = speaker;
    if (label.find() && (isLoud(label.group(1)) || names.knows(label.group(1)))) {
      name = label.group(1);
      said = said.substring(label.end());
      begins = true;
    }
    if (said.isEmpty()) {
      return;
    }
    Turn last = turns.isEmpty() ? null : turns.getLast();
    if (last == null || begins) {
      turns.add(new Turn(name, begins, said));
    } else {
      turns.set(turns.size() - 1, last.with(said));
    }
  }

  private static String visible(String line) {
    String bare = SOUND.matcher(TAG.matcher(line).replaceAll("")).replaceAll(" ");
    return Tidy.line(bare.indexOf('&') < 0 ? bare : Parser.unescapeEntities(bare, false));
  }
}
