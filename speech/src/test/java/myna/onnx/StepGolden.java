package myna.onnx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import myna.resgen.adapt.Additions;
import myna.resgen.adapt.Batch;
import myna.resgen.adapt.FactorShape;
import org.assertj.core.data.Offset;

/**
 * What PyTorch's training step gave.
 *
 * @param golden tensors
 */
record StepGolden(Golden golden) {
  /** Java's step gives the same loss and gradients. */
  void checkLoss(OnnxStep step) {
    Additions gradients = Additions.zero(step.factors());
    double loss = step.loss(batch(step), pattern(step.factors()), gradients);
    float expected = golden.floats(golden.file().outputs().get("loss"))[0];
    assertThat(loss).isCloseTo(expected, Offset.offset(golden.file().tolerance()));
    compare(gradients, ".gradient");
  }

  Batch batch(OnnxStep step) {
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
  static Additions pattern(List<FactorShape> shapes) {
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

  void compare(Additions actual, String suffix) {
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
