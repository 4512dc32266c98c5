package myna.voice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import myna.audio.Signals;
import myna.text.TextSettings;
import myna.text.Word;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of whoever consents, for how long, and what becomes of the answer. */
class ConsentSentenceTest {
  private static final LocalDate DAY = LocalDate.of(2026, 11, 28);
  private static final Instant NOW = Instant.parse("2026-11-28T10:00:00Z");
  private static final Recording CLIP = new Recording("a.wav", Signals.speech(1, 120, 4, 16000));
  private static final Consent.Spoken SPOKEN =
      new Consent.Spoken("This is my voice.", DAY, -1.5, 0.7);

  /** The phonemes in which any two words differ, at least. */
  private static final int LEAST_DIFFERENCE = 4;

  @TempDir private Path folder;
  private VoiceLibrary library;
  private Voice voice;

  @BeforeEach
  void add() throws Exception {
    library = new VoiceLibrary(folder.resolve("voices"));
    voice = library.create("Ada", new Consent(Consent.Kind.MINE, DAY), List.of(CLIP));
  }

  @Test
  void saysNameDateAndFourWords() {
    assertThat(new ConsentSentence("Ada", DAY, List.of("magnet", "helmet", "nutmeg", "zebra")))
        .extracting(ConsentSentence::text)
        .isEqualTo(
            "This voice is called Ada, and on November 28, 2026 I allow Myna to speak in it:"
                + " magnet, helmet, nutmeg, zebra.");
    assertThatThrownBy(() -> new ConsentSentence("Ada", DAY, List.of("magnet")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void drawsOtherWordsEachTime() {
    Random random = new Random(1);
    Set<List<String>> drawn = new HashSet<>();
    for (int i = 0; i < 200; i++) {
      List<String> words = ConsentSentence.draw("Ada", DAY, random).words();
      assertThat(words).doesNotHaveDuplicates().isSubsetOf(ConsentSentence.vocabulary());
      drawn.add(words);
    }
    assertThat(drawn).hasSize(200);
  }

  @Test
  void noTwoWordsSoundAlike() {
    EnglishFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);
    List<List<String>> said =
        ConsentSentence.vocabulary().stream()
            .map(word -> frontEnd.sentences(word).flatMap(s -> s.words().stream()).toList())
            .map(words -> bare(words))
            .toList();
    assertThat(said).hasSizeGreaterThan(64);
    for (int i = 0; i < said.size(); i++) {
      for (int j = 0; j < i; j++) {
        assertThat(difference(said.get(i), said.get(j)))
            .as("%s, %s", said.get(i), said.get(j))
            .isGreaterThanOrEqualTo(LEAST_DIFFERENCE);
      }
    }
  }

  private static List<String> bare(List<Word> words) {
    assertThat(words).hasSize(1);
    return words.getFirst().phonemes().stream()
        .map(phoneme -> phoneme.replaceAll("[0-9]", ""))
        .collect(Collectors.toList());
  }

  /** Levenshtein's distance. */
  private static int difference(List<String> a, List<String> b) {
    int[][] cost = new int[a.size() + 1][b.size() + 1];
    for (int i = 0; i <= a.size(); i++) {
      for (int j = 0; j <= b.size(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
        } else {
          int same = cost[i - 1][j - 1] + (a.get(i - 1).equals(b.get(j - 1)) ? 0 : 1);
          cost[i][j] = Math.min(same, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
        }
      }
    }
    return cost[a.size()][b.size()];
  }

  @Test
  void waitsHalfAnHour() throws Exception {
    assertThat(library.asked(voice, NOW)).isEmpty();
    ConsentSentence sentence = ConsentSentence.draw("Ada", DAY, new Random(2));
    library.ask(voice, sentence, NOW);
    assertThat(library.asked(voice, NOW.plus(Duration.ofMinutes(29)))).contains(sentence);
    assertThat(library.asked(voice, NOW.plus(Duration.ofMinutes(30)))).isEmpty();
    assertThat(library.asked(voice, NOW.minus(Duration.ofMinutes(1)))).isEmpty();
    Path file = folder.resolve("voices").resolve(voice.id()).resolve("asked.json");
    Files.writeString(file, "{\"sentence\":7}");
    assertThat(library.asked(voice, NOW)).isEmpty();
  }

  @Test
  void keepsWhatWasSaidAndAsksNoMore() throws Exception {
    library.ask(voice, ConsentSentence.draw("Ada", DAY, new Random(2)), NOW);
    library.consent(voice, SPOKEN);
    assertThat(library.get("Ada").consent().spoken()).contains(SPOKEN);
    assertThat(library.asked(voice, NOW)).isEmpty();
    Path file = folder.resolve("ada.mynavoice");
    library.exportTo(library.get("Ada"), file);
    assertThat(library.importFrom(file).consent().spoken()).contains(SPOKEN);
    assertThat(library.duplicate(library.get("Ada"), "Bo").consent().spoken()).contains(SPOKEN);
  }

  @Test
  void countsAsDeclaredForOtherClips() throws Exception {
    Voice before = library.consent(voice, SPOKEN);
    Voice after = library.addClip(before, CLIP);
    assertThat(after.consent()).isEqualTo(new Consent(Consent.Kind.MINE, DAY));
    assertThatThrownBy(() -> library.consent(before, SPOKEN))
        .isInstanceOf(VoiceException.class)
        .hasMessageContaining("were changed meanwhile");
    assertThat(library.get("Ada").consent().spoken()).isEmpty();
  }

  @Test
  void readsVoicesOfBefore() throws Exception {
    Path file = folder.resolve("voices").resolve(voice.id()).resolve("voice.json");
    String now = Files.readString(file);
    assertThat(now).contains("\"spoken\" : null");
    Files.writeString(
        file,
        now.replace("\"version\" : 2", "\"version\" : 1").replaceAll(",\\s*\"spoken\" : null", ""));
    assertThat(library.get("Ada")).isEqualTo(voice);
  }

  @Test
  void noneIsBelievedThatCannotBe() {
    for (double words : new double[] {0.1, Double.NaN, Double.NEGATIVE_INFINITY}) {
      assertThatThrownBy(() -> new Consent.Spoken("x", DAY, words, 0.5))
          .isInstanceOf(IllegalArgumentException.class);
    }
    for (String sentence : new String[] {"", "a\nb", "x".repeat(501)}) {
      assertThatThrownBy(() -> new Consent.Spoken(sentence, DAY, -1, 0.5))
          .isInstanceOf(IllegalArgumentException.class);
    }
    assertThatThrownBy(() -> new Consent.Spoken("x", DAY, -1, 1.01))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
