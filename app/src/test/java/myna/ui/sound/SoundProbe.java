package myna.ui.sound;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.jobs.Cancellation;

/**
 * Plays and records on the system's devices, in a process of its own: what they are is settled by
 * its environment. Prints what happened, a line for each thing.
 */
public final class SoundProbe {
  private static final int SAMPLE_RATE = 16_000;
  private static final double TONE_HZ = 440;
  private static final double LONG_SECONDS = 60;
  private static final long PATIENCE_SECONDS = 20;

  private SoundProbe() {}

  /** {@code loop} plays a tone and hears it; {@code hold} plays and records until it cannot. */
  public static void main(String[] arguments) throws InterruptedException {
    ExecutorService workers = Executors.newCachedThreadPool();
    try {
      boolean hold = arguments[0].equals("hold");
      Future<Double> heard = workers.submit(() -> record(hold ? LONG_SECONDS : 2));
      Future<Double> played = workers.submit(() -> play(hold ? LONG_SECONDS : 3));
      System.out.println("microphone " + outcome(heard));
      System.out.println("loudspeaker " + outcome(played));
    } finally {
      workers.shutdownNow();
    }
    System.exit(0);
  }

  private static double play(double seconds) throws AudioException {
    float[] tone = new float[(int) (seconds * SAMPLE_RATE)];
    for (int i = 0; i < tone.length; i++) {
      tone[i] = (float) (0.5 * Math.sin(2 * Math.PI * TONE_HZ * i / SAMPLE_RATE));
    }
    try (Loudspeaker.Output line = new DeviceLoudspeaker(() -> "").open(SAMPLE_RATE)) {
      line.write(tone, Cancellation.NEVER);
      return seconds;
    }
  }

  /** The share of what was heard that is the tone, from 0 to 1. */
  private static double record(double seconds) throws AudioException {
    DeviceMicrophone microphone = new DeviceMicrophone(() -> "");
    boolean[] told = new boolean[1];
    Audio audio =
        microphone.record(
            Cancellation.NEVER,
            seconds,
            chunk -> {
              if (!told[0]) {
                told[0] = true;
                System.out.println("recording");
              }
            });
    double real = 0;
    double imaginary = 0;
    double energy = 0;
    int half = audio.length() / 2;
    for (int i = half; i < audio.length(); i++) {
      double angle = 2 * Math.PI * TONE_HZ * i / audio.sampleRate();
      real += audio.samples()[i] * Math.cos(angle);
      imaginary += audio.samples()[i] * Math.sin(angle);
      energy += audio.samples()[i] * audio.samples()[i];
    }
    return 2 * (real * real + imaginary * imaginary) / (energy * (audio.length() - half) + 1e-9);
  }

  private static <T> String outcome(Future<T> future) throws InterruptedException {
    try {
      return String.valueOf(future.get(PATIENCE_SECONDS, TimeUnit.SECONDS));
    } catch (ExecutionException e) {
      return e.getCause() instanceof AudioException failure
          ? failure.reason().name()
          : String.valueOf(e.getCause());
    } catch (TimeoutException e) {
      return "HANGS";
    }
  }
}
