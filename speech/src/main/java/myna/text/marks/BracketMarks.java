package myna.text.marks;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.text.Phonemes;
import myna.text.Problem;
import myna.text.Span;
import myna.text.source.Atom;

/**
 * Marks in brackets: [pause 800ms], [slow]...[/slow], [fast]...[/fast], [spell]...[/spell], [say
 * word|PH PH PH], [voice NAME]...[/voice].
 *
 * <p>A mark that is not closed, not open or not understood is reported and does nothing; one that
 * is not known is read as the text that it may be.
 */
final class BracketMarks {
  private static final double SLOW = 0.8;
  private static final double FAST = 1.25;
  private static final Pattern MARK =
      Pattern.compile("\\[(/?)([a-z]{2,12})(?: ([^\\[\\]\\n]{1,200}))?\\]");

  private record Mark(int start, int end, boolean closing, String name, String value) {
    Span span() {
      return new Span(start, end);
    }
  }

  private final String text;
  private final Pieces pieces;
  private final List<Problem> problems = new ArrayList<>();
  private final Styles.Builder styles = new Styles.Builder();
  private final Map<Mark, Mark> partners = new HashMap<>(); // opening to closing and back

  BracketMarks(String text) {
    this.text = text;
    this.pieces = new Pieces(text);
  }

  Markup read() {
    List<Mark> marks = find();
    pair(marks);
    int at = 0;
    for (Mark mark : marks) {
      if (mark.start < at) {
        continue; // inside a spelled stretch
      }
      pieces.plain(at, mark.start);
      at = obey(mark);
    }
    pieces.plain(at, text.length());
    problems.sort((a, b) -> Integer.compare(a.source().start(), b.source().start()));
    return new Markup(pieces.list(), styles.build(text.length()), problems);
  }

  private List<Mark> find() {
    List<Mark> marks = new ArrayList<>();
    Matcher matcher = MARK.matcher(text);
    while (matcher.find()) {
      marks.add(
          new Mark(
              matcher.start(),
              matcher.end(),
              !matcher.group(1).isEmpty(),
              matcher.group(2),
              matcher.group(3)));
    }
    return marks;
  }

  private static boolean isPaired(String name) {
    return switch (name) {
      case "slow", "fast", "spell", "voice" -> true;
      default -> false;
    };
  }

  /** Finds what closes what; marks nest. */
  private void pair(List<Mark> marks) {
    Deque<Mark> open = new ArrayDeque<>();
    for (Mark mark : marks) {
      if (!isPaired(mark.name)) {
        continue;
      }
      if (!mark.closing) {
        open.push(mark);
      } else if (!open.isEmpty() && open.peek().name.equals(mark.name)) {
        Mark opening = open.pop();
        partners.put(opening, mark);
        partners.put(mark, opening);
      }
    }
  }

  /** Does what the mark asks; returns where reading goes on. */
  private int obey(Mark mark) {
    Mark partner = partners.get(mark);
    if (isPaired(mark.name) && partner == null) {
      return report(
          mark,
          mark.closing ? Problem.Kind.UNOPENED_MARK : Problem.Kind.UNCLOSED_MARK,
          mark.closing
              ? "[/" + mark.name + "] closes nothing."
              : "[" + mark.name + "] is not closed.");
    }
    switch (mark.name) {
      case "pause" -> pause(mark);
      case "say" -> say(mark);
      case "slow", "fast", "voice" -> style(mark);
      case "spell" -> {
        pieces.atom(
            mark.start, partner.end, new Atom.Spelled(text.substring(mark.end, partner.start)));
        return partner.end;
      }
      default -> {
        problem(mark, Problem.Kind.UNKNOWN_MARK, "There is no mark [" + mark.name + "].");
        pieces.plain(mark.start, mark.end);
      }
    }
    return mark.end;
  }

  private int report(Mark mark, Problem.Kind kind, String message) {
    problem(mark, kind, message);
    return mark.end;
  }

  private void problem(Mark mark, Problem.Kind kind, String message) {
    problems.add(new Problem(mark.span(), kind, message));
  }

  private void style(Mark mark) {
    if (mark.closing) {
      styles.close(mark.start);
    } else if (mark.name.equals("voice") && mark.value == null) {
      problem(mark, Problem.Kind.BAD_VALUE, "[voice] needs a name: [voice NAME].");
      styles.openRate(mark.end, 1);
    } else if (mark.name.equals("voice")) {
      styles.openVoice(mark.end, mark.value.strip());
    } else {
      styles.openRate(mark.end, mark.name.equals("slow") ? SLOW : FAST);
    }
  }

  private void pause(Mark mark) {
    double seconds = mark.value == null ? -1 : Durations.seconds(mark.value.strip());
    if (mark.closing || seconds < 0) {
      problem(
          mark,
          Problem.Kind.BAD_VALUE,
          "A pause is written [pause 800ms] or [pause 1.5s], at most "
              + Durations.LONGEST_TEXT
              + ".");
    } else if (!pieces.silence(mark.start, mark.end, new Atom.Silence(seconds))) {
      problem(mark, Problem.Kind.BAD_VALUE, "A pause before the first word has no effect.");
    }
  }

  private void say(Mark mark) {
    int bar = mark.value == null ? -1 : mark.value.indexOf('|');
    String word = mark.value == null ? "" : mark.value.substring(0, Math.max(0, bar)).strip();
    if (mark.closing || word.isEmpty()) {
      problem(
          mark,
          Problem.Kind.BAD_VALUE,
          "A pronunciation is written [say tomato|T AH0 M AA1 T OW0].");
      return;
    }
    try {
      List<String> phonemes = Phonemes.parse(mark.value.substring(bar + 1));
      pieces.atom(mark.start, mark.end, new Atom.Said(word, phonemes));
    } catch (IllegalArgumentException e) {
      problem(mark, Problem.Kind.BAD_VALUE, "In [say " + word + "]: " + e.getMessage() + ".");
      pieces.literal(mark.start, mark.end, word);
    }
  }
}
