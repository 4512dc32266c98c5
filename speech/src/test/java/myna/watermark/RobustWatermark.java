package myna.watermark;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.Resampler;

/**
 * What is done to sound on its way, by the program ffmpeg, and how often the watermark is found
 * after it, or seen where it is not.
 */
final class RobustWatermark {
  private static final double PIECE_SECONDS = 15;
  private static final double[] SECONDS = {3, 5, 10};

  private RobustWatermark() {}

  /** What happens to sound. */
  private record Case(String name, UnaryOperator<Audio> before, List<String> ffmpeg, String file) {
    static Case of(String name, String options, String file) {
      return new Case(name, audio -> audio, List.of(options.split(" ")), file);
    }

    static Case of(String name, UnaryOperator<Audio> before) {
      return new Case(name, before, List.of("-c:a", "pcm_s16le"), "wav");
    }

    Audio apply(Audio audio) throws IOException, AudioException, InterruptedException {
      Path folder = Files.createTempDirectory("watermark");
      Path from = folder.resolve("from.wav");
      Path to = folder.resolve("to." + file);
      try {
        AudioFiles.write(from, before.apply(audio));
        List<String> command = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-i"));
        command.add(from.toString());
        command.addAll(ffmpeg);
        command.add(to.toString());
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0) {
          throw new IOException("ffmpeg failed: " + command);
        }
        return AudioFiles.read(to);
      } finally {
        Files.deleteIfExists(from);
        Files.deleteIfExists(to);
        Files.delete(folder);
      }
    }
  }

  private static List<Case> cases() {
    return List.of(
        Case.of("as written", audio -> audio),
        Case.of("resampled to 16 kHz", "-ar 16000", "wav"),
        Case.of("resampled to 8 kHz", "-ar 8000", "wav"),
        Case.of("MP3, 64 kbit/s", "-b:a 64k", "mp3"),
        Case.of("MP3, 32 kbit/s", "-b:a 32k", "mp3"),
        Case.of("Opus, 24 kbit/s", "-c:a libopus -b:a 24k", "opus"),
        Case.of("Opus, 12 kbit/s", "-c:a libopus -b:a 12k", "opus"),
        Case.of("volume -20 dB", "-af volume=-20dB", "wav"),
        Case.of(
            "one second of three cut out", "-af aselect='lt(mod(t,3),2)',asetpts=N/SR/TB", "wav"),
        Case.of("echo of 80 ms at -8 dB", "-af aecho=1:1:80:0.4", "wav"),
        Case.of("white noise at -20 dB", audio -> mixed(audio, noise(audio), -20)),
        Case.of("white noise at -10 dB", audio -> mixed(audio, noise(audio), -10)),
        Case.of("music at -20 dB", audio -> mixed(audio, music(audio), -20)),
        Case.of("music at -10 dB", audio -> mixed(audio, music(audio), -10)),
        Case.of("music at 0 dB", audio -> mixed(audio, music(audio), 0)),
        Case.of("10 % faster, pitch kept", "-af atempo=1.1", "wav"),
        Case.of("10 % faster, pitch raised", "-af asetrate=26400,aresample=24000", "wav"),
        Case.of("2 % faster, pitch kept", "-af atempo=1.02", "wav"));
  }

  /** Prints one line a case: in watermarked sound of 24 kHz, and in recordings without it. */
  static void measure(Path rendered, Recordings recordings, int count)
      throws IOException, AudioException, InterruptedException {
    List<Audio> marked = rendered(rendered).stream().map(Watermarker::embed).toList();
    List<Audio> unmarked = recorded(recordings, count, marked.getFirst().sampleRate());
    System.out.printf(
        "%d pieces with the watermark, %d recordings without%n", marked.size(), unmarked.size());
    for (Case each : cases()) {
      StringBuilder line = new StringBuilder("| " + each.name());
      looked(each, marked, line, true);
      looked(each, unmarked, line, false);
      System.out.println(line + " |");
    }
  }

  private static void looked(Case each, List<Audio> pieces, StringBuilder line, boolean isMarked)
      throws IOException, AudioException, InterruptedException {
    Random random = new Random(24);
    int[] hits = new int[SECONDS.length];
    double extreme = isMarked ? Double.MAX_VALUE : 0;
    for (Audio piece : pieces) {
      Audio treated = each.apply(piece);
      for (int i = 0; i < SECONDS.length; i++) {
        int length = Math.min(treated.length(), (int) (SECONDS[i] * treated.sampleRate()));
        int from = random.nextInt(treated.length() - length + 1);
        Detection found = WatermarkDetector.detect(treated.slice(from, from + length));
        hits[i] += found.isMarked() ? 1 : 0;
        extreme =
            isMarked
                ? i == SECONDS.length - 1 ? Math.min(extreme, found.score()) : extreme
                : Math.max(extreme, found.score());
      }
    }
    if (isMarked) {
      for (int hit : hits) {
        line.append(String.format(Locale.ROOT, " | %.0f %%", 100.0 * hit / pieces.size()));
      }
    } else {
      line.append(String.format(Locale.ROOT, " | %d", Arrays.stream(hits).sum()));
    }
    line.append(String.format(Locale.ROOT, " | %.1f", extreme));
  }

  /** Sounds of a folder, one behind the other, cut into pieces. */
  private static List<Audio> rendered(Path folder) throws IOException, AudioException {
    TreeSet<Path> files = new TreeSet<>();
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, "*.wav")) {
      found.forEach(files::add);
    }
    List<Audio> sounds = new ArrayList<>();
    for (Path file : files) {
      sounds.add(AudioFiles.read(file));
    }
    int rate = sounds.getFirst().sampleRate();
    float[] all = new float[sounds.stream().mapToInt(Audio::length).sum()];
    int at = 0;
    for (Audio sound : sounds) {
      System.arraycopy(sound.samples(), 0, all, at, sound.length());
      at += sound.length();
    }
    int length = (int) (PIECE_SECONDS * rate);
    Audio joined = new Audio(all, rate);
    return Stream.iterate(0, from -> from + length <= all.length, from -> from + length)
        .map(from -> joined.slice(from, from + length))
        .toList();
  }

  private static List<Audio> recorded(Recordings recordings, int count, int rate) {
    Random random = new Random(25);
    int length = (int) (PIECE_SECONDS * Recordings.RATE);
    Recordings.Clip last = recordings.clips().getLast();
    long samples = last.offset() + last.length() - length;
    return random
        .longs(count, 0, samples)
        .mapToObj(from -> Resampler.resample(recordings.audio(from, length), rate))
        .toList();
  }

  /** Other sound under this, so many dB below its mean power. */
  private static Audio mixed(Audio audio, float[] other, double decibels) {
    double gain = Math.sqrt(power(audio.samples()) / power(other)) * Math.pow(10, decibels / 20);
    float[] sum = audio.samples().clone();
    for (int t = 0; t < sum.length; t++) {
      sum[t] += (float) (gain * other[t]);
    }
    return new Audio(sum, audio.sampleRate());
  }

  private static double power(float[] samples) {
    double sum = 1e-12;
    for (float sample : samples) {
      sum += (double) sample * sample / samples.length;
    }
    return sum;
  }

  private static float[] noise(Audio audio) {
    Random random = new Random(26);
    float[] noise = new float[audio.length()];
    for (int t = 0; t < noise.length; t++) {
      noise[t] = (float) random.nextGaussian();
    }
    return noise;
  }

  /** Plucked chords, two a second, of ten harmonics each, over a drum. */
  private static float[] music(Audio audio) {
    Random random = new Random(27);
    float[] music = new float[audio.length()];
    int beat = audio.sampleRate() / 2;
    for (int start = 0; start < music.length; start += beat) {
      for (int note = 0; note < 3; note++) {
        double hertz = 110 * Math.pow(2, random.nextInt(25) / 12.0);
        for (int t = start; t < Math.min(music.length, start + 3 * beat); t++) {
          double seconds = (t - start) / (double) audio.sampleRate();
          for (int h = 1; h <= 10; h++) {
            music[t] +=
                (float) (Math.exp(-3 * seconds) / h * Math.sin(2 * Math.PI * h * hertz * seconds));
          }
        }
      }
      for (int t = start; t < Math.min(music.length, start + beat / 4); t++) {
        double seconds = (t - start) / (double) audio.sampleRate();
        music[t] += (float) (2 * Math.exp(-40 * seconds) * random.nextGaussian());
      }
    }
    return music;
  }
}
