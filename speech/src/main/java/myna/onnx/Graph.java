package myna.onnx;

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
import myna.onnx.PackException.Reason;

/**
 * One graph of a pack. Its session is made at the first use, or by {@link #open}. Tensors go by the
 * names of {@link Role}; what the file calls them stays here.
 */
final class Graph implements AutoCloseable {
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

  /** What {@link #run} wants: tensors under the file's names for them. */
  Map<String, OnnxTensor> inputs(Map<String, OnnxTensor> byRole) {
    return renamed(byRole, names.inputs());
  }

  /** Like {@link #inputs}, for tensors that receive the outputs. */
  Map<String, OnnxTensor> outputs(Map<String, OnnxTensor> byRole) {
    return renamed(byRole, names.outputs());
  }

  /** Tensors that the file does without are left out. */
  private static Map<String, OnnxTensor> renamed(
      Map<String, OnnxTensor> byRole, Map<String, String> names) {
    Map<String, OnnxTensor> byName = new LinkedHashMap<>();
    names.forEach((role, name) -> byName.put(name, byRole.get(role)));
    return byName;
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
    if (values.length != count) {
      throw new NetworkException(
          "%s gave %d numbers for '%s' where %d were expected"
              .formatted(file.getFileName(), values.length, role, count));
    }
    return values;
  }

  /** Copies an output of any size. */
  float[] array(OrtSession.Result result, String role) {
    String name = names.outputs().get(role);
    if (result.get(name).orElse(null) instanceof OnnxTensor tensor
        && tensor.getInfo().type == OnnxJavaType.FLOAT) {
      FloatBuffer buffer = tensor.getFloatBuffer(); // a copy on the heap
      return buffer.array();
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
