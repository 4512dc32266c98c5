package myna.narration.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import myna.files.AtomicFile;
import myna.narration.NarrationException;
import myna.narration.project.LineEntry;
import myna.narration.project.Take;

/** Writes a file of subtitles, cue by cue; it appears whole or not at all. */
final class SubtitleWriter implements AutoCloseable {
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

  static SubtitleWriter open(Path file, Subtitles kind, String title) throws NarrationException {
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
      throw ExportFailures.of(file, e);
    }
  }

  /** Adds a line that is heard from {@code start} seconds on. */
  void add(LineEntry line, Take take, double start) throws NarrationException {
    try {
      if (kind.extension().equals("lrc")) {
        addLyrics(line, take, start);
      } else {
        for (Cue cue :
            kind.isByWord() ? Cues.words(line, take, start) : Cues.parts(line, take, start)) {
          addCue(cue);
        }
      }
    } catch (IOException e) {
      throw ExportFailures.of(file, e);
    }
  }

  private void addCue(Cue cue) throws IOException {
    if (kind.extension().equals("srt")) {
      out.write(++number + "\n");
    }
    String text = kind.extension().equals("vtt") ? escaped(cue.text()) : cue.text();
    out.write(kind.time(cue.start()) + " --> " + kind.time(cue.end()) + "\n" + text + "\n\n");
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  private void addLyrics(LineEntry line, Take take, double start) throws IOException {
    List<Cue> words = Cues.words(line, take, start);
    String text =
        kind.isByWord()
            ? words.stream()
                .map(word -> "<" + kind.time(word.start()) + "> " + word.text())
                .collect(Collectors.joining(" "))
            : Cues.joined(words).text();
    out.write("[" + kind.time(words.getFirst().start()) + "]" + text + "\n");
  }

  /** Completes what is to be put in its place. */
  void finish() throws NarrationException {
    try {
      out.close();
    } catch (IOException e) {
      throw ExportFailures.of(file, e);
    }
  }

  /** Puts the finished file in its place, and gives it. */
  Path commit() throws NarrationException {
    try {
      target.commit();
      return file;
    } catch (IOException e) {
      throw ExportFailures.of(file, e);
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
