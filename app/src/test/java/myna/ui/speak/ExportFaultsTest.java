package myna.ui.speak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import myna.delivery.Subtitles;
import myna.faults.Disk;
import myna.speech.Clarity;
import myna.speech.Spacing;
import myna.speech.SpeechCost;
import myna.speech.SpokenSentence;
import myna.speech.SpokenWord;
import myna.text.Pause;
import myna.text.Sentence;
import myna.text.Span;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import myna.ui.fakes.Sounds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An export with subtitles is there whole, or what was there before is. */
class ExportFaultsTest {
  private static final Notice FULL = Notice.error("failure.audio.DISK_FULL");
  private static final Notice UNWRITABLE = Notice.error("failure.audio.UNWRITABLE");

  @TempDir private Path temporary;
  private final List<Notice> notices = new ArrayList<>();

  @Test
  void onAFullDisk() throws IOException, InterruptedException {
    try (Disk disk = Disk.mount(temporary, "1m")) {
      prepare(disk.root());
      disk.fill();
      leavesWhatWasThere(disk.root(), FULL);
      disk.empty();
      export(disk.root());
      assertThat(notices).last().isEqualTo(Notice.success("speak.exported", "out.wav"));
    }
  }

  @Test
  void whereThereIsRoomForAllButTheLastFile() throws IOException, InterruptedException {
    Path elsewhere = Files.createDirectory(temporary.resolve("elsewhere"));
    export(elsewhere);
    notices.clear();
    try (Disk disk = Disk.mount(temporary, "1m")) {
      prepare(disk.root());
      for (String name : List.of("out.wav", "out.srt")) {
        disk.fill(Files.size(elsewhere.resolve(name)));
        leavesWhatWasThere(disk.root(), FULL);
        notices.clear();
        disk.empty();
      }
    }
  }

  @Test
  void onADiskThatMayOnlyBeRead() throws IOException, InterruptedException {
    try (Disk disk = Disk.mount(temporary, "1m")) {
      prepare(disk.root());
      disk.makeReadOnly();
      leavesWhatWasThere(disk.root(), UNWRITABLE);
    }
  }

  @Test
  void whereAFolderHasTheNameOfTheSubtitles() throws IOException {
    Path folder = Files.createDirectory(temporary.resolve("folder"));
    prepare(folder);
    Files.delete(folder.resolve("out.vtt"));
    Files.createDirectory(folder.resolve("out.vtt"));
    leavesWhatWasThere(folder, UNWRITABLE);
  }

  private static void prepare(Path folder) throws IOException {
    for (String name : List.of("out.wav", "out.srt", "out.vtt")) {
      Files.writeString(folder.resolve(name), "old");
    }
  }

  private void leavesWhatWasThere(Path folder, Notice told) throws IOException {
    Map<String, String> before = Disk.contents(folder);
    export(folder);
    assertThat(notices).containsExactly(told);
    assertThat(Disk.contents(folder)).isEqualTo(before);
  }

  private void export(Path folder) {
    Sentence sentence = new Sentence(new Span(0, 5), List.of(), Pause.NONE, false);
    SpokenSentence spoken =
        new SpokenSentence(
            sentence,
            Sounds.speech(2, 1),
            List.of(new SpokenWord("hello", new Span(0, 5), 0.1, 1.9, Clarity.UNCHECKED)),
            Spacing.PLAIN,
            List.of(),
            SpeechCost.NOTHING);
    List<Exporter.Piece> pieces = List.of(new Exporter.Piece(spoken, "hello"));
    new Exporter(ready -> ready.accept(pieces), () -> true, Jobs.sameThread(), notices::add)
        .export(folder.resolve("out.wav"), List.of(Subtitles.SRT, Subtitles.VTT));
  }
}
