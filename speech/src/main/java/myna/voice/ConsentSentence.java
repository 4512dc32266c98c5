package myna.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.random.RandomGenerator;

/**
 * A sentence by which somebody consents to the use of a voice. Nobody can have recorded it before:
 * four of its words are drawn at random when it is asked for.
 *
 * @param name of the voice
 * @param date when it is asked for
 * @param words drawn, which end the sentence
 */
public record ConsentSentence(String name, LocalDate date, List<String> words) {
  /** How many words are drawn. */
  public static final int DRAWN = 4;

  private static final String RESOURCE = "/assets/text/consent.txt";
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("MMMM d, uuuu", Locale.ENGLISH);

  /**
   * Checks the number of words.
   *
   * @throws IllegalArgumentException if there are not {@value #DRAWN}
   */
  public ConsentSentence {
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(date, "date");
    words = List.copyOf(words);
    if (words.size() != DRAWN) {
      throw new IllegalArgumentException("a sentence of consent has " + DRAWN + " drawn words");
    }
  }

  /** A sentence with words drawn from {@link #vocabulary}, none of them twice. */
  public static ConsentSentence draw(String name, LocalDate date, RandomGenerator random) {
    List<String> words = new ArrayList<>(vocabulary());
    Collections.shuffle(words, random);
    return new ConsentSentence(name, date, words.subList(0, DRAWN));
  }

  /** The same words for a voice of another name. */
  public ConsentSentence withName(String newName) {
    return new ConsentSentence(newName, date, words);
  }

  /** The words that are drawn from: each is said in one way, and unlike all others. */
  public static List<String> vocabulary() {
    try (InputStream in = ConsentSentence.class.getResourceAsStream(RESOURCE)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What is to be said. */
  public String text() {
    return "This voice is called %s, and on %s I allow Myna to speak in it: %s."
        .formatted(name, DATE.format(date), String.join(", ", words));
  }
}
