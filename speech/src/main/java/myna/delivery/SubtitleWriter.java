package myna.delivery;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.files.AtomicFile;

/** Writes a file of subtitles, sentence by sentence; it appears whole or not at all. */
public final class SubtitleWriter implements AutoCloseable {
  private final Path file;
  private final Subtitles kind;
  private final AtomicFile target;
  private final BufferedWriter out;
  private int number;

  private SubtitleWriter(Path file, Subtitles kind, AtomicFile target, BufferedWriter out) {
    this.file = file;
    this.kind = kind;
    this.target = target;
    this.out = out;
  }

  /**
   * Starts subtitles beside a file of sound, under its name.
   *
   * @param title for the formats that have one
   */
  public static SubtitleWriter beside(Path sound, Subtitles kind, String title)
      throws AudioException {
    String name = String.valueOf(sound.getFileName());
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    Path file = sound.resolveSibling(stem + "." + kind.suffix());
    try {
      AtomicFile target = AtomicFile.open(file);
      BufferedWriter out = Files.newBufferedWriter(target.part(), StandardCharsets.UTF_8);
      out.write(
          switch (kind.extension()) {
            case "vtt" -> "WEBVTT\n\n";
            case "lrc" -> "[ti:" + title + "]\n";
            default -> "";
          });
      return new SubtitleWriter(file, kind, target, out);
    } catch (IOException e) {
      throw AudioFiles.writeFailure(file, e);
    }
  }

  /** Adds a sentence that is heard from {@code start} seconds on. */
  public void add(Caption caption, double start) throws AudioException {
    try {
      if (kind.extension().equals("lrc")) {
        addLyrics(caption, start);
      } else {
        for (Cue cue : kind.isByWord() ? Cues.words(caption, start) : Cues.parts(caption, start)) {
          addCue(cue, caption);
        }
      }
    } catch (IOException e) {
      throw AudioFiles.writeFailure(file, e);
    }
  }

  private void addCue(Cue cue, Caption caption) throws IOException {
    if (kind.extension().equals("srt")) {
      out.write(++number + "\n");
    }
    String text = cue.text(caption);
    String shown = kind.extension().equals("vtt") ? escaped(text) : text;
    out.write(kind.time(cue.start()) + " --> " + kind.time(cue.end()) + "\n" + shown + "\n\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void addLyrics(Caption caption, double start) throws IOException {
    List<Cue> words = Cues.words(caption, start);
    Cue whole = words.getFirst().to(words.getLast());
    String text =
        kind.isByWord()
            ? words.stream()
                .map(word -> "<" + kind.time(word.start()) + "> " + word.text(caption))
                .collect(Collectors.joining(" "))
            : whole.text(caption);
    out.write("[" + kind.time(whole.start()) + "]" + text + "\n");
  }

  /** Completes what is to be put in its place. */
  public void finish() throws AudioException {
    try {
      out.close();
    } catch (IOException e) {
      throw AudioFiles.writeFailure(file, e);
    }
  }

  /** Puts the finished file in its place, and gives it. */
  public Path commit() throws AudioException {
    try {
      target.commit();
      return file;
    } catch (IOException e) {
      throw AudioFiles.writeFailure(file, e);
    }
  }

  @Override
  public void close() {
    try (target) {
      out.close();
    } catch (IOException _) {
      // What was not put in its place is not missed.
    }
  }
}
