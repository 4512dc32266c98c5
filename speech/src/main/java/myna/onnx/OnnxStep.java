package myna.onnx;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import myna.codec.NetworkException;
import myna.onnx.PackException.Reason;
import myna.resgen.adapt.Additions;
import myna.resgen.adapt.Batch;
import myna.resgen.adapt.BatchShape;
import myna.resgen.adapt.FactorShape;
import myna.resgen.adapt.StepNetwork;

/**
 * The training step of a pack. Its graph takes a batch, the factors of the additions, and the
 * weights of reference encoder, text encoder and generator, which are read out of their files; it
 * gives the loss and for every factor {@code NAME.gradient}.
 */
final class OnnxStep implements StepNetwork {
  private static final String GRADIENT = ".gradient";
  private static final String LOSS = "loss";
  private static final String COMPONENTS = "generator.components";

  private final OrtSession session;
  private final Manifest.GraphFile names;
  private final BoundTensors inputs;
  private final BoundTensors outputs;
  private final BatchShape shape;
  private final List<FactorShape> factors = new ArrayList<>();

  private OnnxStep(OnnxRuntime runtime, OrtSession session, Manifest.GraphFile names)
      throws OrtException {
    this.session = session;
    this.names = names;
    Map<String, NodeInfo> infos = session.getInputInfo();
    int[] visible = sides(infos, names.inputs().get("visible"));
    int[] phonemes = sides(infos, names.inputs().get("phonemes"));
    int[] reference = sides(infos, names.inputs().get("reference"));
    shape = new BatchShape(visible[0], visible[1], phonemes[1], reference[1], visible[2]);
    for (String name : infos.keySet()) {
      if (isFactor(name)) {
        int[] sides = sides(infos, name);
        factors.add(new FactorShape(name, sides[0], sides[1]));
      }
    }
    inputs = new BoundTensors(runtime.environment(), infos);
    outputs = new BoundTensors(runtime.environment(), session.getOutputInfo());
  }

  private static boolean isFactor(String name) {
    return name.endsWith(FactorShape.NARROW) || name.endsWith(FactorShape.WIDEN);
  }

  private static int[] sides(Map<String, NodeInfo> infos, String name) throws OrtException {
    if (!infos.containsKey(name)) {
      throw new OrtException("it has no input '" + name + "'");
    }
    long[] shape = ((TensorInfo) infos.get(name).getInfo()).getShape();
    int[] sides = new int[shape.length];
    for (int i = 0; i < sides.length; i++) {
      sides[i] = Math.toIntExact(shape[i]);
    }
    return sides;
  }

  /**
   * Loads the step of a pack, which the caller closes.
   *
   * @throws PackException if the pack has none, or it does not fit the pack's weights
   */
  static OnnxStep open(ModelPack pack, OnnxRuntime runtime) throws PackException {
    Manifest.GraphFile names = pack.manifest().graphs().get(Role.ADAPT.key);
    if (names == null) {
      String name = pack.manifest().name() + " " + pack.manifest().version();
      throw new PackException(Reason.MODEL, "the pack " + name + " cannot be adapted to a voice");
    }
    try {
      OrtSession session = runtime.session(pack.folder().resolve(names.file()));
      OnnxStep step = new OnnxStep(runtime, session, names);
      step.load(pack);
      return step;
    } catch (OrtException e) {
      String why = names.file() + " cannot be loaded: " + e.getMessage();
      throw new PackException(Reason.MODEL, "the pack's file " + why, e);
    }
  }

  /** Fills in the weights that the pack holds elsewhere. */
  private void load(ModelPack pack) throws PackException {
    Set<String> missing = new HashSet<>(inputs.tensors().keySet());
    missing.removeAll(names.inputs().values());
    missing.removeIf(OnnxStep::isFactor);
    for (Role role : AdaptedGraphs.ROLES) {
      String file = pack.manifest().graphs().get(role.key).file();
      PackedWeights weights = PackedWeights.read(pack.folder().resolve(file));
      for (String name : weights.names()) {
        if (missing.remove(name)) {
          load(name, weights.get(name));
        }
      }
    }
    if (missing.remove(COMPONENTS)) {
      load(COMPONENTS, OnnxSpeechModel.components(pack).bases());
    }
    if (!missing.isEmpty()) {
      throw unfit("the pack holds no weight " + missing.iterator().next());
    }
  }

  private void load(String name, float[] values) throws PackException {
    if (!inputs.holds(name, values.length)) {
      throw unfit("the pack's weight " + name + " has another shape");
    }
    inputs.put(name, values);
  }

  private PackException unfit(String why) {
    return new PackException(Reason.MODEL, names.file() + " does not fit: " + why);
  }

  @Override
  public BatchShape shape() {
    return shape;
  }

  @Override
  public List<FactorShape> factors() {
    return List.copyOf(factors);
  }

  @Override
  public double loss(Batch batch, Additions additions, Additions gradients) {
    fill(batch);
    for (int f = 0; f < factors.size(); f++) {
      inputs.put(factors.get(f).name(), additions.values().get(f));
    }
    try (OrtSession.Result _ = session.run(inputs.tensors(), outputs.tensors())) {
      for (int f = 0; f < factors.size(); f++) {
        outputs.get(factors.get(f).name() + GRADIENT, gradients.values().get(f));
      }
      float[] loss = new float[1];
      outputs.get(names.outputs().get(LOSS), loss);
      return loss[0];
    } catch (OrtException e) {
      throw new NetworkException("cannot evaluate " + names.file() + ": " + e.getMessage(), e);
    }
  }

  private void fill(Batch batch) {
    Batch.Spoken spoken = batch.spoken();
    Batch.Frames frames = batch.frames();
    inputs.put(names.inputs().get("phonemes"), spoken.symbols());
    inputs.put(names.inputs().get("spoken"), spoken.inside());
    inputs.put(names.inputs().get("durations"), spoken.durations());
    inputs.put(names.inputs().get("heed"), spoken.heed());
    inputs.put(names.inputs().get("place"), frames.place());
    inputs.put(names.inputs().get("depth"), frames.depth());
    inputs.put(names.inputs().get("visible"), frames.visible());
    inputs.put(names.inputs().get("target"), frames.target());
    inputs.put(names.inputs().get("inside"), frames.inside());
    inputs.put(names.inputs().get("reference"), batch.reference());
    inputs.put(names.inputs().get("conditional"), batch.conditional());
  }

  @Override
  public void close() {
    inputs.close();
    outputs.close();
    try {
      session.close();
    } catch (OrtException e) {
      throw new NetworkException("cannot close " + names.file(), e);
    }
  }
}
