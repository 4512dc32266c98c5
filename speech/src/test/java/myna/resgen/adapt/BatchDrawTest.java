package myna.resgen.adapt;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import myna.codec.SeededNoise;
import myna.resgen.Schedule;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BatchDrawTest {
  private static final BatchShape SHAPE = new BatchShape(4, 20, 8, 30, Utterances.WIDTH);
  private static final Schedule SCHEDULE = new Schedule.Power(3);

  @Test
  void cropsBeginAndEndBetweenPhonemes() {
    List<Utterance> utterances = Utterances.some(3, 12);
    BatchDraw draw = draw(utterances);
    SeededNoise noise = new SeededNoise(1);
    for (int i = 0; i < 50; i++) {
      Batch batch = draw.draw(noise);
      for (int row = 0; row < SHAPE.crops(); row++) {
        int phonemes = count(batch.spoken().inside(), row, SHAPE.phonemes());
        int frames = count(batch.frames().inside(), row, SHAPE.frames());
        double told = 0;
        for (int n = 0; n < phonemes; n++) {
          told += Math.exp(batch.spoken().durations()[row * SHAPE.phonemes() + n]);
        }
        assertThat(Math.round(told)).isEqualTo(frames);
        assertThat(batch.frames().place()[row * SHAPE.frames() + frames - 1])
            .isEqualTo(phonemes - 1);
        assertThat(batch.spoken().heed()[row * SHAPE.phonemes()]).isZero();
      }
    }
  }

  @Test
  void whatIsMaskedAndWhatIsNotMakesTheWhole() {
    Utterance only = Utterances.some(1, 6).getFirst();
    Batch batch = draw(List.of(only)).draw(new SeededNoise(2));
    for (int t = 0; t < SHAPE.frames(); t++) {
      for (int c = 0; c < Utterances.WIDTH; c++) {
        int at = t * Utterances.WIDTH + c;
        float whole = batch.frames().visible()[at] + batch.frames().target()[at];
        assertThat(whole).isCloseTo(sum(only, t, c), Offset.offset(1e-5f));
      }
      assertThat(batch.frames().depth()[t]).isBetween(0, Utterances.DEPTH);
    }
  }

  @Test
  void theReferenceIsOfOtherUtterances() {
    List<Utterance> utterances = Utterances.some(2, 8);
    BatchDraw draw = draw(utterances);
    SeededNoise noise = new SeededNoise(5);
    for (int i = 0; i < 30; i++) {
      Batch batch = draw.draw(noise);
      Utterance listened =
          utterances.stream()
              .filter(u -> Math.abs(sum(u, 0, 0) - batch.reference()[0]) < 1e-5)
              .findFirst()
              .orElseThrow();
      List<Integer> crop = ids(batch.spoken().symbols()).subList(0, 3);
      assertThat(Collections.indexOfSubList(ids(listened.symbols()), crop)).isNegative();
    }
  }

  private static BatchDraw draw(List<Utterance> utterances) {
    return new BatchDraw(utterances, utterances, Utterances.codebooks(), SCHEDULE, SHAPE);
  }

  private static List<Integer> ids(int[] symbols) {
    return Arrays.stream(symbols).boxed().toList();
  }

  private static int count(float[] mask, int row, int width) {
    int count = 0;
    while (count < width && mask[row * width + count] == 1) {
      count++;
    }
    return count;
  }

  private static float sum(Utterance utterance, int frame, int column) {
    if (frame >= utterance.tokens().frames()) {
      return 0;
    }
    float sum = 0;
    for (int j = 0; j < Utterances.DEPTH; j++) {
      int start = Utterances.codebooks().start(j, utterance.tokens().at(frame, j));
      sum += Utterances.codebooks().vectors()[start + column];
    }
    return sum;
  }
}
