package myna.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class JobsTest {
  @Test
  void aRequestedCancellationEndsTheWorkAtItsNextCheck() {
    CancellationSwitch cancellation = new CancellationSwitch();
    assertThatCode(cancellation::check).doesNotThrowAnyException();
    cancellation.request();
    assertThat(cancellation.requested()).isTrue();
    assertThatThrownBy(cancellation::check).isInstanceOf(CancelledException.class);
  }

  @Test
  void aPartFillsItsShareOfTheWhole() {
    List<Double> seen = new ArrayList<>();
    Progress whole = (fraction, message) -> seen.add(fraction);
    Progress part = whole.part(0.5, 0.75);
    part.report(-1, "unknown");
    part.report(0, "start");
    part.report(0.5, "middle");
    part.report(1, "end");
    assertThat(seen).containsExactly(0.5, 0.5, 0.625, 0.75);
  }

  @Test
  void aPartLiesWithinTheWhole() {
    assertThatThrownBy(() -> Progress.NONE.part(0.5, 1.5))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
