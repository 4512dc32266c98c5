package myna.ui.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import myna.speech.Quality;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HistoryTest {
  @TempDir Path home;
  private final List<Notice> notices = new ArrayList<>();
  private final List<Entry> opened = new ArrayList<>();

  @Test
  void theNewestComesFirst() {
    HistoryViewModel model = model();
    model.add(entry(1, "Good morning."));
    model.add(entry(2, "Good night."));
    assertThat(model().entries())
        .extracting(Entry::text)
        .containsExactly("Good night.", "Good morning.");
  }

  @Test
  void theSameAgainIsOneEntry() {
    HistoryViewModel model = model();
    model.add(entry(1, "Good morning."));
    model.add(entry(2, "Good morning."));
    assertThat(model.entries()).containsExactly(entry(2, "Good morning."));
  }

  @Test
  void everyWordOfTheSearchCounts() {
    HistoryViewModel model = model();
    model.add(entry(1, "Good morning."));
    model.add(entry(2, "Good night."));
    model.filterProperty().set("anna NIGHT");
    assertThat(model.shown()).extracting(Entry::text).containsExactly("Good night.");
    model.filterProperty().set("berta");
    assertThat(model.shown()).isEmpty();
  }

  @Test
  void anEntryIsOpenedAndRemoved() {
    HistoryViewModel model = model();
    model.add(entry(1, "Good morning."));
    model.open(model.entries().getFirst());
    assertThat(opened).containsExactly(entry(1, "Good morning."));
    model.remove(model.entries().getFirst());
    assertThat(model().entries()).isEmpty();
  }

  @Test
  void allIsCleared() {
    HistoryViewModel model = model();
    model.add(entry(1, "Good morning."));
    model.add(entry(2, "Good night."));
    model.clear();
    assertThat(model().entries()).isEmpty();
  }

  @Test
  void aDamagedLineIsPassedOver() throws IOException {
    model().add(entry(1, "Good morning."));
    Files.writeString(
        home.resolve("history.jsonl"), "{\"millis\": 3, \"te\n{}\n", StandardOpenOption.APPEND);
    model().add(entry(4, "Good night."));
    assertThat(model().entries()).hasSize(2);
    assertThat(notices).isEmpty();
  }

  @Test
  void theOldestAreForgotten() throws IOException {
    HistoryLog log = new HistoryLog(home.resolve("history.jsonl"));
    StringBuilder many = new StringBuilder();
    log.add(entry(0, "line"));
    String line = Files.readString(home.resolve("history.jsonl"));
    for (int i = 0; i < HistoryLog.MOST_ENTRIES + 5; i++) {
      many.append(line.replace("\"millis\":0", "\"millis\":" + i));
    }
    Files.writeString(home.resolve("history.jsonl"), many);
    log.add(entry(9999, "last"));
    assertThat(log.read()).hasSize(HistoryLog.MOST_ENTRIES).first().isEqualTo(entry(9999, "last"));
  }

  private HistoryViewModel model() {
    return new HistoryViewModel(
        new HistoryLog(home.resolve("history.jsonl")),
        Jobs.sameThread(),
        opened::add,
        notices::add);
  }

  private static Entry entry(long millis, String text) {
    return new Entry(
        millis,
        text,
        new Entry.Speaker("0123456789abcdef", "Anna", "en-small 0.1.0"),
        new Entry.Manner(Quality.GOOD, 1, 1, true, 0),
        List.of(1L, 2L));
  }
}
