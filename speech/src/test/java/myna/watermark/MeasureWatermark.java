package myna.watermark;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.AudioOutput;
import myna.audio.FileLabels;
import myna.audio.OutputFormat;
import myna.audio.Resampler;
import myna.onnx.Device;
import myna.onnx.PackException;
import myna.onnx.RuntimeSettings;
import myna.onnx.pack.Dnsmos;

/**
 * Measures the watermark on prepared recordings in a folder.
 *
 * <pre>
 * found FOLDER [CLIPS]       how often it is found in recordings that were marked and treated
 * alarms FOLDER [WINDOWS]    how often it is seen where it is not: in all recordings and in all
 *                            windows of them, or in so many windows of each length
 * robust FOLDER SOUNDS [CLIPS]  what the way of sound at 24 kHz does to it: .wav files in SOUNDS
 *                            are marked and treated, and so many recordings treated alone
 * cost FOLDER JUDGE [CLIPS]  its level, what the DNSMOS model JUDGE says of it, and its time;
 *                            the folder may hold .wav files instead
 * </pre>
 */
final class MeasureWatermark {
  private static final double[] SECONDS = {1, 2, 3, 5, 10};

  private MeasureWatermark() {}

  public static void main(String[] args)
      throws IOException, AudioException, PackException, InterruptedException {
    List<String> given = List.of(args);
    Path folder = Path.of(args[1]);
    if (args[0].equals("cost") && !Files.exists(folder.resolve(Recordings.LIST))) {
      cost(waves(folder), Path.of(args[2]));
      return;
    }
    try (Recordings recordings = new Recordings(folder)) {
      switch (args[0]) {
        case "found" -> found(recordings, number(given, 2, 200));
        case "alarms" -> alarms(recordings, number(given, 2, 0));
        case "robust" ->
            RobustWatermark.measure(Path.of(args[2]), recordings, number(given, 3, 60));
        case "cost" ->
            cost(WatermarkCost.chosen(recordings, number(given, 3, 100)), Path.of(args[2]));
        default -> throw new IllegalArgumentException(args[0]);
      }
    }
  }

  private static int number(List<String> given, int index, int otherwise) {
    return given.size() > index ? Integer.parseInt(given.get(index)) : otherwise;
  }

  private static void alarms(Recordings recordings, int windows) {
    if (windows == 0) {
      FalseAlarms.ofRecordings(recordings);
    }
    for (double seconds : SECONDS) {
      if (windows == 0) {
        FalseAlarms.ofAllWindows(recordings, seconds);
      } else {
        FalseAlarms.ofRandomWindows(recordings, seconds, windows);
      }
    }
  }

  private static void cost(List<Audio> sounds, Path judge) throws PackException {
    RuntimeSettings settings = new RuntimeSettings(Device.CPU, 1, Path.of("target", "natives"));
    try (Dnsmos meter = Dnsmos.open(judge, settings)) {
      WatermarkCost.measure(sounds, meter);
    }
  }

  private static List<Audio> waves(Path folder) throws IOException, AudioException {
    List<Audio> sounds = new ArrayList<>();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.wav")) {
      for (Path file : files) {
        sounds.add(AudioFiles.read(file));
      }
    }
    return sounds;
  }

  /** What happens to watermarked sound. */
  private interface Treatment {
    Audio apply(Audio audio) throws IOException, AudioException;
  }

  private record Case(String name, Treatment treatment) {}

  private static List<Case> cases() {
    return List.of(
        new Case("as written", audio -> audio),
        new Case("gain -20 dB", audio -> scaled(audio, 0.1f)),
        new Case("16 -> 44.1 -> 16 kHz", audio -> there(audio, 44_100)),
        new Case("16 -> 8 -> 16 kHz", audio -> there(audio, 8_000)),
        new Case("MP3 64 kbit/s", audio -> coded(audio, "mp3", 64_000, 16_000)),
        new Case("MP3 64 kbit/s, 44.1 kHz", audio -> coded(audio, "mp3", 64_000, 44_100)),
        new Case("MP3 32 kbit/s", audio -> coded(audio, "mp3", 32_000, 16_000)),
        new Case("Opus 24 kbit/s", audio -> coded(audio, "opus", 24_000, 16_000)),
        new Case("AAC 48 kbit/s", audio -> coded(audio, "m4a", 48_000, 16_000)));
  }

  private static void found(Recordings recordings, int count) throws IOException, AudioException {
    Random random = new Random(8);
    List<Recordings.Clip> all =
        new ArrayList<>(
            recordings.clips().stream().filter(c -> c.length() >= 12 * Recordings.RATE).toList());
    Collections.shuffle(all, random);
    List<Recordings.Clip> clips = all.subList(0, Math.min(count, all.size()));
    for (Case each : cases()) {
      int[] hits = new int[SECONDS.length];
      double[] lowest = new double[SECONDS.length];
      double[] mean = new double[SECONDS.length];
      Arrays.fill(lowest, Double.MAX_VALUE);
      for (Recordings.Clip clip : clips) {
        Audio marked = Watermarker.embed(recordings.audio(clip.offset(), clip.length()));
        Audio treated = Resampler.resample(each.treatment().apply(marked), Recordings.RATE);
        for (int i = 0; i < SECONDS.length; i++) {
          int length = (int) (SECONDS[i] * Recordings.RATE);
          int from = random.nextInt(treated.length() - length);
          Detection detection = WatermarkDetector.detect(treated.slice(from, from + length));
          hits[i] += detection.isMarked() ? 1 : 0;
          lowest[i] = Math.min(lowest[i], detection.score());
          mean[i] += detection.score() / clips.size();
        }
      }
      StringBuilder line = new StringBuilder("%-26s".formatted(each.name()));
      for (int i = 0; i < SECONDS.length; i++) {
        line.append(
            String.format(
                Locale.ROOT,
                " | %4.0f s: %5.1f %% mean %4.1f low %4.1f",
                SECONDS[i],
                100.0 * hits[i] / clips.size(),
                mean[i],
                lowest[i]));
      }
      System.out.println(line);
    }
  }

  private static Audio scaled(Audio audio, float factor) {
    float[] samples = audio.samples().clone();
    for (int t = 0; t < samples.length; t++) {
      samples[t] = Math.round(samples[t] * factor * 32768f) / 32768f;
    }
    return new Audio(samples, audio.sampleRate());
  }

  private static Audio there(Audio audio, int rate) {
    return Resampler.resample(audio, rate);
  }

  private static Audio coded(Audio audio, String extension, int bitRate, int rate)
      throws IOException, AudioException {
    Path file = Files.createTempFile("watermark", "." + extension);
    try {
      int written = OutputFormat.of(file).sampleRateFor(rate);
      var choices = new AudioOutput.Choices(bitRate, FileLabels.NONE);
      try (AudioOutput out = AudioOutput.create(file, written, choices)) {
        out.write(Resampler.resample(audio, written).samples());
        out.commit();
      }
      return AudioFiles.read(file);
    } finally {
      Files.delete(file);
    }
  }
}
