package myna.speech.take;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import myna.text.Pause;
import org.junit.jupiter.api.Test;

class PartsTest {
  private static final Parts PARTS = new Parts(DurationsTest.FORMAT.signal());
  private static final int PAUSE = 8;

  @Test
  void aChunkWithoutPausesIsOnePart() {
    assertThat(ends(300)).containsExactly(300);
  }

  @Test
  void theFirstPartEndsInTheFirstPauseThatIsNotTooEarly() {
    assertThat(ends(30, 40, 50, 60)).containsExactly(30 + PAUSE + 40 + PAUSE / 2, 204);
  }

  @Test
  void noPartIsTooShort() {
    assertThat(ends(60, 10)).containsExactly(78);
    assertThat(ends(30, 40)).containsExactly(78);
  }

  @Test
  void laterPartsGrow() {
    List<Integer> ends = ends(50, 50, 50, 50, 50, 50, 50, 50, 50);
    assertThat(ends.getFirst()).isEqualTo(54);
    assertThat(ends.get(1)).isEqualTo(228);
    assertThat(ends).hasSize(3).last().isEqualTo(9 * 50 + 8 * PAUSE);
  }

  @Test
  void aShortPauseIsNotCut() {
    List<PhonemeSequence.Slot> slots = slots(2);
    int[] frames = {50, PARTS.shortestPause() - 1, 50};
    assertThat(PARTS.ends(slots, frames)).containsExactly(103);
  }

  /** Of runs of speech with pauses between them. */
  private static List<Integer> ends(int... runs) {
    int[] frames = new int[2 * runs.length - 1];
    for (int i = 0; i < frames.length; i++) {
      frames[i] = i % 2 == 0 ? runs[i / 2] : PAUSE;
    }
    return PARTS.ends(slots(runs.length), frames);
  }

  private static List<PhonemeSequence.Slot> slots(int runs) {
    List<PhonemeSequence.Slot> slots = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      if (i > 0) {
        slots.add(new PhonemeSequence.Slot.Gap(new Pause(Pause.Kind.COMMA, 0.25)));
      }
      slots.add(new PhonemeSequence.Slot.Phone(i, 1));
    }
    return slots;
  }
}
