package myna.onnx.pack;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.FloatBuffer;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import myna.codec.NetworkException;
import myna.onnx.Device;
import myna.onnx.PackException;
import myna.onnx.PackException.Reason;
import myna.onnx.manifest.Manifest;
import myna.onnx.manifest.Role;
import myna.speech.model.VoiceFeatures;

/**
 * One graph of a pack. Its session is made at the first use, or by {@link #open}. Tensors go by the
 * names of {@link Role}; what the file calls them stays here.
 */
final class Graph implements AutoCloseable {
  /** Stands for the number of a layer in the name of a tensor that is given layer by layer. */
  static final String LAYER = "{layer}";

  private final OnnxRuntime runtime;
  private final Model model;
  private final Path file;
  private final Manifest.GraphFile names;
  private final Lock lock = new ReentrantLock();
  private OrtSession session;
  private Device device;

  /** Where a session's model comes from. */
  private interface Model {
    OrtSession session() throws OrtException;
  }

  Graph(OnnxRuntime runtime, Path folder, Manifest.GraphFile names) {
    this.runtime = runtime;
    this.file = folder.resolve(names.file());
    this.names = names;
    model = () -> runtime.session(file);
  }

  /** The graph of a changed model. */
  Graph(OnnxRuntime runtime, byte[] changed, Manifest.GraphFile names) {
    this.runtime = runtime;
    this.file = Path.of(names.file());
    this.names = names;
    model = () -> runtime.session(changed);
  }

  /**
   * Loads the model, where that has not been done.
   *
   * @throws PackException if the file is no model, or lacks a tensor that the manifest names
   */
  void open() throws PackException {
    try {
      session();
    } catch (OrtException e) {
      throw new PackException(
          Reason.MODEL, "the pack's file " + file + " cannot be loaded: " + e.getMessage(), e);
    }
  }

  private OrtSession session() throws OrtException {
    lock.lock();
    try {
      if (session == null) {
        OrtSession opened = model.session();
        device = runtime.device();
        checkNames(opened);
        session = opened;
      }
      return session;
    } finally {
      lock.unlock();
    }
  }

  private void checkNames(OrtSession opened) throws OrtException {
    for (String name : names.inputs().values()) {
      name = ofLayer(name, 0);
      if (!opened.getInputNames().contains(name)) {
        opened.close();
        throw new OrtException("it has no input '" + name + "'");
      }
    }
    for (String name : names.outputs().values()) {
      if (!opened.getOutputNames().contains(name)) {
        opened.close();
        throw new OrtException("it has no output '" + name + "'");
      }
    }
  }

  /**
   * What {@link #run} wants: tensors under the file's names for them.
   *
   * @param byRole tensors by our names, those of a role that goes by layers under {@link #ofLayer}
   */
  Map<String, OnnxTensor> inputs(Map<String, OnnxTensor> byRole) {
    return renamed(byRole, names.inputs());
  }

  /** Whether the file takes an input of ours in one part for each layer. */
  boolean isByLayer(String role) {
    return names.inputs().get(role).contains(LAYER);
  }

  /** The name of a layer's part. */
  static String ofLayer(String name, int layer) {
    return name.replace(LAYER, String.valueOf(layer));
  }

  /** Like {@link #inputs}, for tensors that receive the outputs. */
  Map<String, OnnxTensor> outputs(Map<String, OnnxTensor> byRole) {
    return renamed(byRole, names.outputs());
  }

  /** Tensors that the file does without are left out. */
  private static Map<String, OnnxTensor> renamed(
      Map<String, OnnxTensor> byRole, Map<String, String> names) {
    Map<String, OnnxTensor> byName = new LinkedHashMap<>();
    names.forEach(
        (role, name) -> {
          if (name.contains(LAYER)) {
            byLayer(byRole, role + "." + LAYER, name, byName);
          } else {
            byName.put(name, byRole.get(role));
          }
        });
    return byName;
  }

  private static void byLayer(
      Map<String, OnnxTensor> byRole, String role, String name, Map<String, OnnxTensor> byName) {
    for (int i = 0; byRole.containsKey(ofLayer(role, i)); i++) {
      byName.put(ofLayer(name, i), byRole.get(ofLayer(role, i)));
    }
  }

  /**
   * Evaluates the graph; where CUDA fails, once more on the CPU.
   *
   * @param inputs by the file's names, see {@link #inputs}
   * @param pinned outputs that go to tensors of the caller's, see {@link #outputs}; if there are
   *     any, only these are computed
   * @throws NetworkException if it fails on the CPU
   */
  OrtSession.Result run(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> pinned) {
    try {
      return evaluate(inputs, pinned);
    } catch (OrtException e) {
      return evaluateAgain(inputs, pinned, e);
    }
  }

  private OrtSession.Result evaluate(Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> pinned)
      throws OrtException {
    return pinned.isEmpty() ? session().run(inputs) : session().run(inputs, pinned);
  }

  private OrtSession.Result evaluateAgain(
      Map<String, OnnxTensor> inputs, Map<String, OnnxTensor> pinned, OrtException failure) {
    if (device != Device.CUDA) {
      throw failed(failure);
    }
    runtime.giveUpCuda(failure);
    try {
      close();
      return evaluate(inputs, pinned);
    } catch (OrtException e) {
      throw failed(e);
    }
  }

  NetworkException failed(OrtException cause) {
    String message = String.valueOf(cause.getMessage()).lines().findFirst().orElse("");
    return new NetworkException("cannot evaluate " + file.getFileName() + ": " + message, cause);
  }

  /**
   * Copies an output.
   *
   * @param count how many numbers it must have
   */
  float[] array(OrtSession.Result result, String role, int count) {
    float[] values = array(result, role);
    check(values.length, role, count);
    return values;
  }

  private void check(int found, String role, int count) {
    if (found != count) {
      throw new NetworkException(
          "%s gave %d numbers for '%s' where %d were expected"
              .formatted(file.getFileName(), found, role, count));
    }
  }

  /** Copies an output of any size. */
  float[] array(OrtSession.Result result, String role) {
    FloatBuffer buffer = output(result, role).getFloatBuffer(); // a copy on the heap
    return buffer.array();
  }

  /**
   * Copies an output of any shape to where the runtime can read it as an input.
   *
   * @param count how many numbers it must have
   */
  VoiceFeatures.Numbers numbers(OrtSession.Result result, String role, int count) {
    OnnxTensor tensor = output(result, role);
    FloatBuffer values = tensor.getFloatBuffer();
    check(values.remaining(), role, count);
    return new VoiceFeatures.Numbers(
        Tensors.floats(values.remaining()).put(0, values, 0, values.remaining()),
        tensor.getInfo().getShape());
  }

  private OnnxTensor output(OrtSession.Result result, String role) {
    String name = names.outputs().get(role);
    if (result.get(name).orElse(null) instanceof OnnxTensor tensor
        && tensor.getInfo().type == OnnxJavaType.FLOAT) {
      return tensor;
    }
    throw new NetworkException(file.getFileName() + " gave no numbers for '" + name + "'");
  }

  /** Whether the file gives an output that it could do without. */
  boolean gives(String role) {
    return names.outputs().containsKey(role);
  }

  OrtEnvironment environment() {
    return runtime.environment();
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (session != null) {
        session.close();
        session = null;
      }
    } catch (OrtException e) {
      throw failed(e);
    } finally {
      lock.unlock();
    }
  }
}
