package myna.voice;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.Resampler;
import myna.files.Folders;
import myna.voice.VoiceException.Reason;

/**
 * What a voice read aloud, kept so that the voice can be adapted again: {@code readings/NNN.wav}
 * with {@code readings/NNN.txt} beside it, in the voice's folder.
 */
final class ReadingStore {
  /** The folder's name. */
  static final String FOLDER = "readings";

  /** The most readings that a voice can have. */
  static final int MOST = 999;

  /** The most bytes of a text. */
  static final int MOST_TEXT_BYTES = 4096;

  /** The names of its files, from the voice's folder on. */
  static final Pattern NAME = Pattern.compile(FOLDER + "/[0-9]{3}\\.(wav|txt)");

  private ReadingStore() {}

  /** All readings of a voice, in their order. */
  static List<Reading> read(Path voice) throws IOException, VoiceException {
    List<Reading> readings = new ArrayList<>();
    for (Path file : files(voice)) {
      if (file.toString().endsWith(".wav")) {
        readings.add(reading(file));
      }
    }
    return readings;
  }

  private static Reading reading(Path wave) throws IOException, VoiceException {
    Path text = wave.resolveSibling(wave.getFileName().toString().replace(".wav", ".txt"));
    try {
      return new Reading(Files.readString(text), AudioFiles.readWave(wave));
    } catch (AudioException e) {
      throw new VoiceException(Reason.DAMAGED, wave + " is no sound", e);
    }
  }

  /** The files of the readings, in order. */
  static List<Path> files(Path voice) throws IOException {
    Path folder = voice.resolve(FOLDER);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(f -> NAME.matcher(FOLDER + "/" + f.getFileName()).matches())
          .sorted()
          .toList();
    }
  }

  /** Puts readings in the place of those that there were. */
  static void write(Path voice, List<Reading> readings) throws IOException, VoiceException {
    if (readings.size() > MOST) {
      throw new VoiceException(Reason.BAD_VALUE, "a voice keeps at most " + MOST + " readings");
    }
    Path passing = Folders.passing(voice);
    Files.createDirectory(passing);
    try {
      for (int i = 0; i < readings.size(); i++) {
        write(passing, i + 1, readings.get(i));
      }
      Path folder = voice.resolve(FOLDER);
      if (Files.isDirectory(folder)) {
        Folders.remove(folder);
      }
      Files.move(passing, folder, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Folders.delete(passing);
    }
  }

  private static void write(Path folder, int number, Reading reading)
      throws IOException, VoiceException {
    byte[] text = reading.text().strip().getBytes(StandardCharsets.UTF_8);
    if (text.length > MOST_TEXT_BYTES) {
      throw new VoiceException(Reason.BAD_VALUE, "a reading is a few sentences at most");
    }
    String name = String.format(Locale.ROOT, "%03d", number);
    Files.write(folder.resolve(name + ".txt"), text);
    Audio audio = reading.audio();
    try {
      int rate = Math.min(audio.sampleRate(), Clips.HIGHEST_RATE);
      AudioFiles.write(folder.resolve(name + ".wav"), Resampler.resample(audio, rate));
    } catch (AudioException e) {
      throw new VoiceException(Reason.STORAGE, e.getMessage(), e);
    }
  }

  /** Copies the readings of a voice to another. */
  static void copy(Path from, Path to) throws IOException {
    List<Path> files = files(from);
    if (!files.isEmpty()) {
      Files.createDirectory(to.resolve(FOLDER));
    }
    for (Path file : files) {
      Files.copy(file, to.resolve(FOLDER).resolve(file.getFileName()));
    }
  }
}
