package myna.server.dispatcher;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.server.dispatcher.SpeechSource.TimedWord;

/** The marks of a text in SSML, and when each is reached. */
final class IndexMarks {
  private static final Pattern MARK =
      Pattern.compile("<mark\\s{1,20}name\\s{0,20}=\\s{0,20}[\"']([^\"']{1,500})[\"']\\s{0,20}/?>");

  private static final Pattern TAG = Pattern.compile("<[^>]{0,500}>");
  private static final Pattern SPOKEN = Pattern.compile("[\\p{L}\\p{N}]");

  /** Those that speech-dispatcher sets itself, after sentences. */
  private static final String OF_DISPATCHER = "__spd_";

  private final String text;
  private final Deque<Mark> waiting = new ArrayDeque<>();
  private final boolean inner;

  private record Mark(String name, int at) {}

  /**
   * A mark whose place in the sound is known.
   *
   * @param seconds from the start of the sound
   */
  record Due(String name, double seconds) {}

  IndexMarks(String text) {
    this.text = text;
    Matcher found = MARK.matcher(text);
    while (found.find()) {
      waiting.add(new Mark(found.group(1), found.end()));
    }
    inner = waiting.stream().anyMatch(mark -> !mark.name.startsWith(OF_DISPATCHER));
  }

  /** Whether some may lie inside of sentences. */
  boolean isInner() {
    return inner;
  }

  /**
   * The marks whose place is known now: those before a word of the sentence, and those behind it
   * where nothing that is spoken lies between.
   *
   * @param words of the next sentence
   */
  List<Due> due(List<TimedWord> words) {
    List<Due> due = new ArrayList<>();
    while (!waiting.isEmpty()) {
      double seconds = seconds(waiting.peek().at, words);
      if (Double.isNaN(seconds)) {
        break;
      }
      due.add(new Due(waiting.remove().name, seconds));
    }
    return due;
  }

  private double seconds(int at, List<TimedWord> words) {
    for (TimedWord word : words) {
      if (word.from() >= at) {
        return word.start();
      }
    }
    if (words.isEmpty()) {
      return Double.NaN;
    }
    TimedWord last = words.getLast();
    String between = text.substring(Math.min(at, last.to()), at);
    boolean silent = !SPOKEN.matcher(TAG.matcher(between).replaceAll(" ")).find();
    return silent ? last.end() : Double.NaN;
  }

  /** Those that are left at the end. */
  List<String> rest() {
    List<String> names = waiting.stream().map(Mark::name).toList();
    waiting.clear();
    return names;
  }
}
