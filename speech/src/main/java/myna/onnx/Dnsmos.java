package myna.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import myna.audio.Audio;
import myna.audio.Resampler;
import myna.codec.NetworkException;
import myna.onnx.PackException.Reason;
import myna.speech.measure.OpinionMeter;

/**
 * DNSMOS P.835 (Reddy, Gopal and Cutler, ICASSP 2022), by the model file {@code sig_bak_ovr.onnx}
 * of Microsoft's DNS Challenge, which is not delivered: windows of 9.01 s that start every second
 * are rated, mapped by the model's published polynomials, and averaged. Shorter clips are repeated.
 */
public final class Dnsmos implements OpinionMeter, AutoCloseable {
  private static final int RATE = 16_000;
  private static final int WINDOW = 144_160; // 9.01 s

  /** Polynomials of the raw outputs, constant first: signal, background, overall. */
  private static final double[][] CURVES = {
    {0.0052439, 1.22083953, -0.08397278},
    {-0.39604546, 1.60915514, -0.13166888},
    {0.04602535, 1.11546468, -0.06766283}
  };

  private final OnnxRuntime runtime;
  private final OrtSession session;

  private Dnsmos(OnnxRuntime runtime, OrtSession session) {
    this.runtime = runtime;
    this.session = session;
  }

  /**
   * Loads the meter.
   *
   * @throws PackException if the file is no such model
   */
  public static Dnsmos open(Path file, RuntimeSettings settings) throws PackException {
    if (!Files.isRegularFile(file)) {
      throw new PackException(Reason.MISSING, "there is no file " + file);
    }
    OnnxRuntime runtime = OnnxRuntime.start(settings);
    try {
      return new Dnsmos(runtime, runtime.session(file));
    } catch (OrtException e) {
      throw new PackException(
          Reason.MODEL, file + " cannot be loaded as DNSMOS: " + e.getMessage(), e);
    }
  }

  @Override
  public Opinion rate(Audio clip) {
    float[] samples = repeated(Resampler.resample(clip, RATE).samples());
    double[] sums = new double[CURVES.length];
    int windows = 0;
    for (int start = 0; start + WINDOW <= samples.length; start += RATE) {
      float[] raw = raw(Arrays.copyOfRange(samples, start, start + WINDOW));
      for (int i = 0; i < sums.length; i++) {
        double[] curve = CURVES[i];
        sums[i] += curve[0] + raw[i] * (curve[1] + raw[i] * curve[2]);
      }
      windows++;
    }
    return new Opinion(sums[0] / windows, sums[1] / windows, sums[2] / windows);
  }

  private static float[] repeated(float[] samples) {
    float[] filled = samples.length == 0 ? new float[WINDOW] : samples;
    while (filled.length < WINDOW) {
      float[] twice = Arrays.copyOf(filled, 2 * filled.length);
      System.arraycopy(filled, 0, twice, filled.length, filled.length);
      filled = twice;
    }
    return filled;
  }

  private float[] raw(float[] window) {
    String input = session.getInputNames().iterator().next();
    try (OnnxTensor in = Tensors.of(runtime.environment(), window, 1, WINDOW);
        OrtSession.Result result = session.run(Map.of(input, in))) {
      if (result.get(0) instanceof OnnxTensor tensor
          && tensor.getFloatBuffer() != null
          && tensor.getFloatBuffer().remaining() == CURVES.length) {
        return tensor.getFloatBuffer().array();
      }
      throw new NetworkException("DNSMOS gave other than three numbers");
    } catch (OrtException e) {
      throw new NetworkException("cannot evaluate DNSMOS: " + e.getMessage(), e);
    }
  }

  @Override
  public void close() {
    try {
      session.close();
    } catch (OrtException e) {
      throw new NetworkException("cannot close DNSMOS: " + e.getMessage(), e);
    }
  }
}
