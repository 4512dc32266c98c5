package myna.narration.script;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import myna.narration.book.Block;
import myna.narration.speakers.Attribution;
import myna.narration.speakers.People;
import myna.narration.speakers.Quotations;
import myna.narration.speakers.SpeakerFinder;
import myna.script.Line;
import myna.text.Controls;
import myna.text.Pause;
import myna.text.Sentence;
import myna.text.Span;
import myna.text.TextFrontEnd;
import myna.text.Word;

/** Cuts blocks into lines and gives each word its role. */
public final class ScriptWriter {
  private static final String VERSION = "3";
  private static final double HEADING_SECONDS = 1.2;
  private static final Pattern LABEL =
      Pattern.compile("^([\\p{L}][\\p{L}\\p{N} .'’-]{0,40}?)\\s*:\\s+(?=\\S)");

  /** Longer stretches are given to the front end in parts, so that time grows with length only. */
  private static final int LONGEST_STRETCH = 8000;

  private final TextFrontEnd frontEnd;
  private final String reading;
  private final Set<String> speakers = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  /**
   * @param speakers names that stand before what they say, as in plays: "Holmes: Elementary."
   * @param reading tells how the front end reads from how others do: its language, its lexicons
   */
  public ScriptWriter(TextFrontEnd frontEnd, Set<String> speakers, String reading) {
    this.frontEnd = frontEnd;
    this.reading = reading;
    this.speakers.addAll(speakers);
  }

  /** What the script depends on apart from the blocks: another means another script. */
  public String identity() {
    return VERSION
        + " "
        + reading
        + speakers.stream().map(name -> "\n" + name).collect(Collectors.joining());
  }

  /** The lines of a block alone, none where there is nothing to say. */
  public List<Line> lines(Block block) {
    return lines(block, List.of());
  }

  /** The lines of all blocks of a chapter, whose quotations are said by some of these people. */
  public List<List<Line>> lines(List<Block> chapter, People people) {
    Map<Integer, List<Attribution>> said =
        new SpeakerFinder(people)
            .attribute(chapter).stream().collect(Collectors.groupingBy(Attribution::block));
    List<List<Line>> lines = new ArrayList<>();
    for (int i = 0; i < chapter.size(); i++) {
      lines.add(lines(chapter.get(i), said.getOrDefault(i, List.of())));
    }
    return lines;
  }

  private List<Line> lines(Block block, List<Attribution> said) {
    return switch (block.kind()) {
      case BREAK -> List.of();
      case HEADING -> headingLines(block.text());
      default -> lines(block.text(), said);
    };
  }

  private List<Line> lines(String text, List<Attribution> said) {
    Optional<Matcher> label = label(text);
    int start = label.map(Matcher::end).orElse(0);
    String speaker = label.map(found -> found.group(1)).orElse(null);
    Map<Span, String> quotations = speaker == null ? roles(text, said) : Map.of();
    List<Line> lines = new ArrayList<>();
    for (Span stretch : stretches(text, start)) {
      frontEnd
          .sentences(stretch.of(text))
          .map(sentence -> moved(sentence, span -> moved(span, stretch.start())))
          .map(sentence -> withRoles(sentence, speaker, quotations))
          .map(sentence -> new Line(sentence.source().of(text), sentence))
          .forEach(lines::add);
    }
    return lines;
  }

  /** The role of each quotation: somebody's, where it is sure whose. */
  private static Map<Span, String> roles(String text, List<Attribution> said) {
    Map<Span, String> roles = new LinkedHashMap<>();
    Quotations.of(text).forEach(span -> roles.put(span, Cast.QUOTATION));
    for (Attribution one : said) {
      if (one.isSure()) {
        roles.put(one.quotation(), Cast.quotation(one.speaker().name()));
      }
    }
    return roles;
  }

  private Optional<Matcher> label(String text) {
    Matcher label = LABEL.matcher(text);
    return label.find() && speakers.contains(label.group(1))
        ? Optional.of(label)
        : Optional.empty();
  }

  private static List<Span> stretches(String text, int start) {
    List<Span> stretches = new ArrayList<>();
    int from = start;
    while (text.length() - from > LONGEST_STRETCH) {
      int end = text.lastIndexOf(". ", from + LONGEST_STRETCH) + 1;
      int space = text.lastIndexOf(' ', from + LONGEST_STRETCH);
      int word = space > from ? space : from + LONGEST_STRETCH;
      int cut = end > from ? end : word;
      stretches.add(new Span(from, cut));
      from = cut;
    }
    stretches.add(new Span(from, text.length()));
    return stretches;
  }

  private static Sentence moved(Sentence sentence, UnaryOperator<Span> move) {
    List<Word> words =
        sentence.words().stream()
            .map(
                word ->
                    new Word(
                        word.spoken(),
                        move.apply(word.source()),
                        word.phonemes(),
                        word.pauseAfter(),
                        word.controls()))
            .toList();
    return new Sentence(
        move.apply(sentence.source()), words, sentence.pauseAfter(), sentence.heading());
  }

  private static Span moved(Span span, int offset) {
    return new Span(span.start() + offset, span.end() + offset);
  }

  private static Sentence withRoles(
      Sentence sentence, String speaker, Map<Span, String> quotations) {
    if (speaker == null && quotations.isEmpty()) {
      return sentence;
    }
    List<Word> words =
        sentence.words().stream().map(word -> withRole(word, speaker, quotations)).toList();
    return new Sentence(sentence.source(), words, sentence.pauseAfter(), sentence.heading());
  }

  private static Word withRole(Word word, String speaker, Map<Span, String> quotations) {
    int at = word.source().start();
    String role =
        quotations.entrySet().stream()
            .filter(entry -> entry.getKey().start() <= at && at < entry.getKey().end())
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse(speaker);
    if (role == null || word.controls().voice() != null) {
      return word;
    }
    Controls controls = new Controls(word.controls().rate(), role);
    return new Word(word.spoken(), word.source(), word.phonemes(), word.pauseAfter(), controls);
  }

  /** The lines of a title: none of them ends as lightly as within a paragraph. */
  private List<Line> headingLines(String heading) {
    HeadingNumerals numerals = HeadingNumerals.of(heading);
    List<Sentence> sentences =
        frontEnd
            .sentences(numerals.text())
            .map(sentence -> moved(sentence, numerals::source))
            .toList();
    List<Line> lines = new ArrayList<>();
    for (int i = 0; i < sentences.size(); i++) {
      Sentence sentence = sentences.get(i);
      boolean last = i == sentences.size() - 1;
      Pause pause = last ? afterHeading(sentence.pauseAfter()) : sentence.pauseAfter();
      lines.add(
          new Line(
              sentence.source().of(heading),
              new Sentence(sentence.source(), sentence.words(), pause, true)));
    }
    return lines;
  }

  private static Pause afterHeading(Pause pause) {
    return new Pause(Pause.Kind.HEADING, Math.max(pause.seconds(), HEADING_SECONDS));
  }
}
