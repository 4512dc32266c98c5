package myna.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import myna.ui.common.Jobs;
import myna.ui.common.JsonStore;
import myna.ui.common.Notice;
import myna.ui.history.HistoryLog;
import myna.ui.history.HistoryViewModel;
import myna.ui.settings.Settings;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where settings or history cannot be kept, the studio says so once and goes on. */
class StoreFaultsTest {
  @TempDir private Path temporary;
  private final List<Notice> notices = new ArrayList<>();

  @Test
  void settingsOnAFullDisk() throws IOException, InterruptedException {
    try (Disk disk = Disk.mount(temporary, "1m")) {
      FaultChild.keep(disk.root(), 0);
      disk.fill();
      Map<String, String> before = Disk.contents(disk.root());
      JsonStore<Settings> store = store(disk.root());
      change(store, "one");
      change(store, "two");
      assertThat(notices).containsExactly(full(disk.root().resolve("settings.json")));
      assertThat(store.get().sound().input()).isEqualTo("two");
      assertThat(Disk.contents(disk.root())).isEqualTo(before);
      assertThat(FaultChild.settings(disk.root()).get()).isEqualTo(FaultChild.settings(0));
      disk.empty();
      change(store, "three");
      assertThat(FaultChild.settings(disk.root()).get()).isEqualTo(store.get());
      disk.fill();
      change(store, "four");
      assertThat(notices).hasSize(2);
    }
  }

  @Test
  void settingsOnADiskThatMayOnlyBeRead() throws IOException, InterruptedException {
    try (Disk disk = Disk.mount(temporary, "1m")) {
      FaultChild.keep(disk.root(), 0);
      disk.makeReadOnly();
      change(store(disk.root()), "one");
      assertThat(notices).containsExactly(unwritable(disk.root().resolve("settings.json")));
      assertThat(FaultChild.settings(disk.root()).get()).isEqualTo(FaultChild.settings(0));
    }
  }

  @Test
  void settingsWhereAFileStandsInTheWay() throws IOException {
    Path file = Files.writeString(temporary.resolve("file"), "no folder");
    change(store(file), "one");
    assertThat(notices).containsExactly(unwritable(file.resolve("settings.json")));
    assertThat(file).hasContent("no folder");
  }

  @Test
  void historyOnAFullDisk() throws IOException, InterruptedException {
    try (Disk disk = Disk.mount(temporary, "1m")) {
      HistoryLog log = log(disk.root());
      log.add(WriteFaultsTest.entry(1));
      HistoryViewModel history = history(log);
      disk.fill();
      Map<String, String> before = Disk.contents(disk.root());
      history.add(WriteFaultsTest.entry(2));
      assertThat(notices).containsExactly(full(disk.root().resolve("history.jsonl")));
      assertThat(Disk.contents(disk.root())).isEqualTo(before);
      assertThat(log.read()).containsExactly(WriteFaultsTest.entry(1));
      disk.empty();
      history.add(WriteFaultsTest.entry(3));
      assertThat(history.entries())
          .containsExactly(WriteFaultsTest.entry(3), WriteFaultsTest.entry(1));
    }
  }

  @Test
  void historyOnADiskThatMayOnlyBeRead() throws IOException, InterruptedException {
    try (Disk disk = Disk.mount(temporary, "1m")) {
      HistoryLog log = log(disk.root());
      log.add(WriteFaultsTest.entry(1));
      disk.makeReadOnly();
      HistoryViewModel history = history(log);
      history.add(WriteFaultsTest.entry(2));
      assertThat(notices).containsExactly(unwritable(disk.root().resolve("history.jsonl")));
      assertThat(history.entries()).containsExactly(WriteFaultsTest.entry(1));
    }
  }

  private JsonStore<Settings> store(Path folder) {
    JsonStore<Settings> store = FaultChild.settings(folder);
    store.tell(notices::add);
    return store;
  }

  private static void change(JsonStore<Settings> store, String input) {
    store.change(settings -> settings.with(new Settings.Sound(input, null)));
  }

  private static HistoryLog log(Path folder) {
    return new HistoryLog(folder.resolve("history.jsonl"));
  }

  private HistoryViewModel history(HistoryLog log) {
    return new HistoryViewModel(log, Jobs.sameThread(), entry -> {}, notices::add);
  }

  private static Notice full(Path file) {
    return Notice.error("failure.file.DISK_FULL", file.toString());
  }

  private static Notice unwritable(Path file) {
    return Notice.error("failure.file.UNWRITABLE", file.toString());
  }
}
