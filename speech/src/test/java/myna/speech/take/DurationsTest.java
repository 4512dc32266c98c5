package myna.speech.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import myna.codec.SeededNoise;
import myna.resgen.SamplingSettings;
import myna.resgen.Schedule;
import myna.speech.ModelFormat;
import myna.speech.model.Rhythm;
import myna.speech.model.TextFeatures;
import myna.speech.take.PhonemeSequence.Slot;
import myna.text.Pause;
import org.junit.jupiter.api.Test;

public class DurationsTest {
  public static final ModelFormat FORMAT =
      new ModelFormat(
          "test 1",
          new ModelFormat.Signal(16000, 16000, 512, -23, 10, Double.NEGATIVE_INFINITY),
          List.of("sil", "AA0", "AA1", "B", "T"),
          new ModelFormat.Timing(4, 1, new ModelFormat.Hearing(1, -4, -1.5)),
          new ModelFormat.Likeness(0.5, 0.5, 0.5),
          new SamplingSettings(
              4,
              new Schedule.Cosine(),
              0,
              new SamplingSettings.Draw(1, 1),
              new SamplingSettings.Unmasking(1, 1)));

  @Test
  void carriesTheRoundingErrorOn() {
    List<Slot> slots = Collections.nCopies(100, new Slot.Phone(0, 1));
    int[] frames = frames(slots, 2.4, 1);
    assertThat(Arrays.stream(frames).sum()).isEqualTo(240);
    assertThat(frames).contains(2, 3).doesNotContain(1, 4);
  }

  @Test
  void everySymbolLastsAFrame() {
    assertThat(frames(Collections.nCopies(5, new Slot.Phone(0, 1)), 0.1, 1)).containsOnly(1);
  }

  @Test
  void speedAndTheTextsRateShorten() {
    assertThat(frames(List.of(new Slot.Phone(0, 1)), 8, 2)).containsExactly(4);
    assertThat(frames(List.of(new Slot.Phone(0, 0.5)), 8, 1)).containsExactly(16);
    assertThat(frames(List.of(new Slot.Edge()), 8, 2)).containsExactly(4);
  }

  @Test
  void pausesKeepToWhatThePunctuationSuggests() {
    Pause comma = new Pause(Pause.Kind.COMMA, 0.32); // 10 frames
    assertThat(frames(List.of(new Slot.Gap(comma)), 12, 1)).containsExactly(12);
    assertThat(frames(List.of(new Slot.Gap(comma)), 1, 1)).containsExactly(5);
    assertThat(frames(List.of(new Slot.Gap(comma)), 99, 1)).containsExactly(20);
    Pause explicit = new Pause(Pause.Kind.EXPLICIT, 0.32);
    assertThat(frames(List.of(new Slot.Gap(explicit)), 99, 2)).containsExactly(10);
  }

  @Test
  void theVoicesRhythmStretchesPhonemesAndPauses() {
    Durations slow = new Durations(FORMAT, new Rhythm(1.25, 30, 0.75), 1);
    Pause comma = new Pause(Pause.Kind.COMMA, 0.32); // 10 frames
    Pause explicit = new Pause(Pause.Kind.EXPLICIT, 0.32);
    List<Slot> slots =
        List.of(new Slot.Phone(0, 1), new Slot.Gap(comma), new Slot.Gap(explicit), new Slot.Edge());
    float[] predicted = new float[4];
    Arrays.fill(predicted, (float) Math.log(8));
    assertThat(slow.frames(slots, predicted)).containsExactly(10, 12, 10, 4);
  }

  @Test
  void noPhonemeLastsForever() {
    assertThat(frames(List.of(new Slot.Phone(0, 1)), 1e30, 1)).containsExactly(40);
  }

  @Test
  void phonemesDifferByChanceAndPausesStay() {
    Slot phone = new Slot.Phone(0, 1);
    Slot comma = new Slot.Gap(new Pause(Pause.Kind.COMMA, 0.32));
    List<Slot> slots = new ArrayList<>(List.of(new Slot.Edge()));
    slots.addAll(Collections.nCopies(30, phone));
    slots.add(comma);
    slots.addAll(Collections.nCopies(20, phone));
    slots.add(new Slot.Edge());
    int[] average = frames(slots, 2.4, 1);
    int[] drawn = drawn(slots, 2.4, 0.8, 1);
    assertThat(drawn).isNotEqualTo(average).isEqualTo(drawn(slots, 2.4, 0.8, 1));
    assertThat(drawn).isNotEqualTo(drawn(slots, 2.4, 0.8, 2));
    assertThat(Arrays.stream(drawn).min().orElseThrow()).isEqualTo(1);
    for (int end : new int[] {1, 31, 32, 52, 53}) {
      assertThat(Arrays.stream(drawn, 0, end).sum())
          .isEqualTo(Arrays.stream(average, 0, end).sum());
    }
    assertThat(spread(drawn(slots, 2.4, 1.5, 1))).isGreaterThan(spread(drawn(slots, 2.4, 0.5, 1)));
    assertThat(drawn(slots, 2.4, 0, 1)).isEqualTo(average);
  }

  @Test
  void whereThereIsNoTimeToShareNothingIsDrawn() {
    List<Slot> slots = Collections.nCopies(4, new Slot.Phone(0, 1));
    assertThat(drawn(slots, 0.1, 1, 1)).containsOnly(1);
  }

  @Test
  void repeatsFeaturesForTheirFrames() {
    TextFeatures features = new TextFeatures(new float[] {1, 2, 3, 4}, new float[2]);
    assertThat(Durations.expand(features, new int[] {2, 1})).containsExactly(1, 2, 1, 2, 3, 4);
  }

  private static int[] frames(List<Slot> slots, double predicted, double speed) {
    return new Durations(FORMAT, Rhythm.USUAL, speed).frames(slots, logs(slots, predicted));
  }

  private static int[] drawn(List<Slot> slots, double predicted, double temperature, long seed) {
    Durations durations = new Durations(FORMAT, Rhythm.USUAL, 1);
    return durations.drawn(slots, logs(slots, predicted), temperature, new SeededNoise(seed));
  }

  private static float[] logs(List<Slot> slots, double predicted) {
    float[] logDurations = new float[slots.size()];
    Arrays.fill(logDurations, (float) Math.log(predicted));
    return logDurations;
  }

  private static double spread(int[] frames) {
    double mean = Arrays.stream(frames).average().orElseThrow();
    return Arrays.stream(frames).mapToDouble(f -> (f - mean) * (f - mean)).sum();
  }
}
