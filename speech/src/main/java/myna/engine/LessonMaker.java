package myna.engine;

import java.util.ArrayList;
import java.util.List;
import myna.jobs.Cancellation;
import myna.resgen.adapt.Split;
import myna.resgen.adapt.Utterance;
import myna.speech.ReadingAligner;
import myna.speech.SpeechException;
import myna.speech.SpeechException.Reason;
import myna.speech.SpeechModel;
import myna.text.TextFrontEnd;
import myna.text.Word;
import myna.voice.Reading;

/** Finds out which readings serve to adapt a model: their words must be heard in them. */
final class LessonMaker {
  /** Share of the words of a reading that must be heard. */
  private static final double LEAST_HEARD = 0.75;

  /** Share of the readings that must serve. */
  private static final double LEAST_SERVING = 0.5;

  private static final double LEAST_SECONDS = 20;

  private final SpeechModel model;
  private final TextFrontEnd frontEnd;

  LessonMaker(SpeechModel model, TextFrontEnd frontEnd) {
    this.model = model;
    this.frontEnd = frontEnd;
  }

  /**
   * Listens to readings.
   *
   * @throws SpeechException if they do not serve: too little speech, other words, several voices
   */
  Lesson make(List<Reading> readings, Cancellation cancellation) throws SpeechException {
    List<ReadingAligner.Reading> given = new ArrayList<>();
    for (Reading reading : readings) {
      given.add(new ReadingAligner.Reading(reading.audio(), words(reading)));
    }
    List<ReadingAligner.Aligned> aligned = new ReadingAligner(model).align(given, cancellation);
    List<Integer> serving = new ArrayList<>();
    List<String> leftOut = new ArrayList<>();
    double seconds = 0;
    for (int i = 0; i < aligned.size(); i++) {
      if (aligned.get(i).heard() >= LEAST_HEARD) {
        serving.add(i);
        seconds += (double) aligned.get(i).samples().length / model.format().signal().sampleRate();
      } else {
        leftOut.add(readings.get(i).text().strip());
      }
    }
    check(readings.size(), serving.size(), leftOut, seconds);
    new ReaderCheck(model).check(serving.stream().map(i -> aligned.get(i).samples()).toList());
    return lesson(readings, aligned, serving, leftOut);
  }

  /**
   * Whether a reading serves by itself.
   *
   * @throws SpeechException if it holds no speech, or its text nothing to say
   */
  boolean serves(Reading reading, Cancellation cancellation) throws SpeechException {
    List<ReadingAligner.Reading> given =
        List.of(new ReadingAligner.Reading(reading.audio(), words(reading)));
    return new ReadingAligner(model).align(given, cancellation).getFirst().heard() >= LEAST_HEARD;
  }

  private List<Word> words(Reading reading) throws SpeechException {
    List<Word> words = frontEnd.sentences(reading.text()).flatMap(s -> s.words().stream()).toList();
    if (words.isEmpty()) {
      throw new SpeechException(
          Reason.NOTHING_TO_SAY, "the text of a reading holds nothing that can be read aloud");
    }
    return words;
  }

  private static void check(int given, int serving, List<String> leftOut, double seconds)
      throws SpeechException {
    if (serving < LEAST_SERVING * given) {
      throw new SpeechException(
          Reason.WRONG_WORDS,
          "of %d readings, %d do not say what their texts say, such as \"%s\""
              .formatted(given, given - serving, shortened(leftOut.getFirst())));
    }
    if (serving < 2 || seconds < LEAST_SECONDS) {
      throw new SpeechException(
          Reason.SHORT_READING,
          "%.0f s of reading in %d clips are too little to learn from: give two clips and %.0f s"
                  .formatted(seconds, serving, LEAST_SECONDS)
              + " at least, two minutes are good");
    }
  }

  private static String shortened(String text) {
    return text.substring(0, Math.min(40, text.length()));
  }

  private static Lesson lesson(
      List<Reading> readings,
      List<ReadingAligner.Aligned> aligned,
      List<Integer> serving,
      List<String> leftOut) {
    List<Utterance> utterances = serving.stream().map(i -> aligned.get(i).utterance()).toList();
    Split split = Split.of(utterances);
    List<Lesson.Held> held = new ArrayList<>();
    for (int i : serving) {
      if (split.held().contains(aligned.get(i).utterance())) {
        held.add(new Lesson.Held(readings.get(i).text(), aligned.get(i).samples()));
      }
    }
    return new Lesson(split, held, serving.stream().map(readings::get).toList(), leftOut);
  }
}
