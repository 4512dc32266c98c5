package myna.onnx;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import myna.resgen.adapt.AdaptGolden;
import myna.resgen.adapt.Additions;
import myna.resgen.adapt.Batch;
import myna.resgen.adapt.FactorShape;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** A step in Java is the step that PyTorch takes. */
class OnnxStepTest {
  /** Networks of the real kind, random and small; made by src/training/tiny_adapt.py. */
  private static final Path PACK = Path.of("src", "test", "resources", "tiny-adapt");

  private static final int STEPS = 10;
  private static final double RATE = 0.01;

  @Test
  void lossAndGradientsAreThoseOfPyTorch() throws PackException {
    Golden golden = Golden.read(PACK.resolve("golden").resolve("adapt"));
    try (OnnxStep step = open()) {
      Additions gradients = Additions.zero(step.factors());
      double loss = step.loss(batch(golden, step), pattern(step.factors()), gradients);
      assertThat(loss)
          .isCloseTo(golden.floats(golden.file().outputs().get("loss"))[0], Offset.offset(golden.file().tolerance()));
      compare(golden, gradients, ".gradient");
    }
  }

  @Test
  void tenStepsLeadWhereTheyLeadInPyTorch() throws PackException {
    Golden golden = Golden.read(PACK.resolve("golden").resolve("adapt"));
    try (OnnxStep step = open()) {
      Additions additions = pattern(step.factors());
      AdaptGolden.descend(step, batch(golden, step), additions, STEPS, RATE);
      compare(golden, additions, "");
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

  private static Batch batch(Golden golden, OnnxStep step) {
    var in = golden.file().inputs();
    return new Batch(
        step.shape(),
        new Batch.Spoken(
            golden.ints(in.get("phonemes")),
            golden.floats(in.get("spoken")),
            golden.floats(in.get("durations")),
            golden.floats(in.get("heed"))),
        new Batch.Frames(
            golden.ints(in.get("place")),
            golden.ints(in.get("depth")),
            golden.floats(in.get("visible")),
            golden.floats(in.get("target")),
            golden.floats(in.get("inside"))),
        golden.floats(in.get("reference")),
        golden.floats(in.get("conditional")));
  }

  /** The factors that the golden tensors were made with; see adapt.pattern in src/training. */
  private static Additions pattern(List<FactorShape> shapes) {
    List<float[]> values = new ArrayList<>();
    for (FactorShape shape : shapes) {
      float[] factor = new float[shape.size()];
      for (int i = 0; i < factor.length; i++) {
        factor[i] = (float) (0.05 * Math.sin(0.7 * i + values.size()));
      }
      values.add(factor);
    }
    return new Additions(shapes, values);
  }

  private static void compare(Golden golden, Additions actual, String suffix) {
    int compared = 0;
    for (int f = 0; f < actual.shapes().size(); f++) {
      Golden.Array expected = golden.file().outputs().get(actual.shapes().get(f).name() + suffix);
      if (expected != null) {
        assertThat(actual.values().get(f))
            .as(actual.shapes().get(f).name())
            .containsExactly(
                golden.floats(expected), Offset.offset((float) golden.file().tolerance()));
        compared++;
      }
    }
    assertThat(compared).isEqualTo(4);
  }

}
