package myna.narration.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import myna.engine.PackLease;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.narration.Narration;
import myna.narration.NarrationOrder;
import myna.narration.RuthsVoice;
import myna.narration.render.RenderControl;
import myna.narration.render.RenderListener;
import myna.narration.render.Shard;
import myna.narration.script.Cast;
import myna.onnx.pack.Packs;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page holds the whole text, each word with the time at which it is heard. */
class PlayerPageTest {
  @TempDir private Path folder;

  @Test
  void showsTheTextWithTimesAndNothingOfTheNetwork() throws Exception {
    Path book =
        Files.writeString(
            folder.resolve("book.md"),
            "# One {x}\n\nIt cost $5 & “more”, <b>he</b> said.\n\n# Two\n\nThe end.\n");
    Path sound = folder.resolve("a book's sound.mp3");
    try (PackLease pack = Packs.tiny();
        Narration narration =
            Narration.open(
                NarrationOrder.of(book, folder.resolve("work")),
                pack,
                new RuthsVoice(),
                Cancellation.NEVER)) {
      narration.change(settings -> settings.withCast(Cast.of("Ruth")).withSpeech("steps=1"));
      narration.render(Shard.ALL, RenderListener.NONE, new RenderControl());
      ExportSettings settings = ExportSettings.of(sound, "Ruth");
      double seconds = narration.export(settings, Progress.NONE, Cancellation.NEVER).seconds();
      Path page = new PlayerPage(narration.project(), settings.credits()).beside(sound);
      assertThat(page.getFileName()).hasToString("a book's sound.html");
      check(page, seconds);
    }
  }

  private static void check(Path page, double seconds) throws IOException {
    String html = Files.readString(page);
    Document shown = Jsoup.parse(html);
    assertThat(shown.select("section h2").eachText()).containsExactly("One {x}", "Two");
    assertThat(shown.select("section p").eachText())
        .containsExactly("It cost $5 & “more”, he said.", "The end.");
    assertThat(shown.select("b[data-t]").eachText())
        .containsSubsequence("It", "cost", "$5", "more", "he", "said", "The", "end");
    List<Integer> times =
        shown.select("b[data-t]").stream()
            .map((Element word) -> Integer.valueOf(word.attr("data-t")))
            .toList();
    assertThat(times).isSorted();
    assertThat(times.getLast() / 100.0).isLessThan(seconds);
    assertThat(shown.select("audio").attr("src")).isEqualTo("a%20book%27s%20sound.mp3");
    assertThat(html).doesNotContain("http:", "https:", "//cdn").contains("default-src 'none'");
  }
}
