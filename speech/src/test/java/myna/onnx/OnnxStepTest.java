package myna.onnx;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import myna.resgen.adapt.AdaptGolden;
import myna.resgen.adapt.Additions;
import org.junit.jupiter.api.Test;

/** A step in Java is the step that PyTorch takes. */
class OnnxStepTest {
  /** Networks of the real kind, random and small; made by src/training/tiny_adapt.py. */
  private static final Path PACK = Path.of("speech", "src", "test", "resources", "tiny-adapt");

  private static final int STEPS = 10;
  private static final double RATE = 0.01;

  @Test
  void lossAndGradientsAreThoseOfPyTorch() throws PackException {
    try (OnnxStep step = open()) {
      golden().checkLoss(step);
    }
  }

  @Test
  void tenStepsLeadWhereTheyLeadInPyTorch() throws PackException {
    try (OnnxStep step = open()) {
      StepGolden golden = golden();
      Additions additions = StepGolden.pattern(step.factors());
      AdaptGolden.descend(step, golden.batch(step), additions, STEPS, RATE);
      golden.compare(additions, "");
    }
  }

  @Test
  void aPackWithoutAStepSaysSo() throws PackException {
    ModelPack tiny = ModelPack.open(Packs.TINY);
    OnnxRuntime runtime = OnnxRuntime.start(Packs.cpu());
    assertThatThrownBy(() -> OnnxStep.open(tiny, runtime))
        .isInstanceOf(PackException.class)
        .hasMessage("the pack tiny 0.1.0 cannot be adapted to a voice");
  }

  private static OnnxStep open() throws PackException {
    return OnnxStep.open(ModelPack.open(PACK), OnnxRuntime.start(Packs.cpu()));
  }

  private static StepGolden golden() {
    return new StepGolden(Golden.read(PACK.resolve("golden").resolve("adapt")));
  }
}
