package myna.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import myna.audio.AudioException;
import myna.audio.AudioFiles;

/** Recordings with their texts beside them, {@code NAME.wav} and {@code NAME.txt}. */
public final class ReadingFiles {
  private static final String TEXT = ".txt";

  private ReadingFiles() {}

  /**
   * Reads recordings.
   *
   * @param given recordings of any format, and folders in which each text has a recording
   * @throws NoSuchFileException if a recording has no text, or a text no recording
   */
  public static List<Reading> read(List<Path> given) throws IOException, AudioException {
    List<Reading> readings = new ArrayList<>();
    for (Path path : given) {
      for (Path clip : Files.isDirectory(path) ? clips(path) : List.of(path)) {
        String text = Files.readString(clip.resolveSibling(stem(clip) + TEXT));
        readings.add(new Reading(text, AudioFiles.read(clip)));
      }
    }
    return readings;
  }

  private static List<Path> clips(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> files = Files.list(folder)) {
      all = files.filter(Files::isRegularFile).sorted().toList();
    }
    List<Path> clips = new ArrayList<>();
    for (Path text : all) {
      if (text.toString().endsWith(TEXT)) {
        clips.add(
            all.stream()
                .filter(clip -> !clip.equals(text) && stem(clip).equals(stem(text)))
                .findFirst()
                .orElseThrow(
                    () ->
                        new NoSuchFileException(
                            folder.resolve(stem(text)) + ".wav beside " + text.getFileName())));
      }
    }
    return clips;
  }

  private static String stem(Path file) {
    String name = file.getFileName().toString();
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }
}
