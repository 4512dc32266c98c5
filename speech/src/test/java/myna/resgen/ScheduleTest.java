package myna.resgen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScheduleTest {
  @ParameterizedTest
  @ValueSource(strings = {"cosine", "power1", "power3", "power0.5"})
  void fallsFromAllToNothing(String name) {
    Schedule schedule = Schedule.parse(name);
    assertThat(schedule.name()).isEqualTo(name);
    assertThat(schedule.masked(0)).isEqualTo(1);
    assertThat(schedule.masked(1)).isCloseTo(0, within(1e-12));
    for (double r = 0; r < 0.95; r += 0.1) {
      assertThat(schedule.masked(r)).isGreaterThan(schedule.masked(r + 0.1));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"cosine", "power3"})
  void theLastStepLeavesNothingMasked(String name) {
    for (int steps : new int[] {1, 2, 25}) {
      assertThat(Schedule.parse(name).maskedTokens(steps, steps, 1600)).isZero();
    }
  }

  @Test
  void roundsUp() {
    assertThat(Schedule.parse("power1").maskedTokens(1, 2, 7)).isEqualTo(4);
    assertThat(Schedule.parse("power1").maskedTokens(1, 2, 8)).isEqualTo(4);
    assertThat(Schedule.parse("power3").masked(0.5)).isCloseTo(Math.cbrt(0.875), within(1e-12));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "linear", "power", "power0", "power-1", "powerNaN", "cosine "})
  void refusesOthers(String name) {
    assertThatThrownBy(() -> Schedule.parse(name)).isInstanceOf(IllegalArgumentException.class);
  }
}
