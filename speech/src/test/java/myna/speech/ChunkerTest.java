package myna.speech;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import myna.text.Controls;
import myna.text.Pause;
import myna.text.Span;
import myna.text.Word;
import org.junit.jupiter.api.Test;

class ChunkerTest {
  private static final Pause COMMA = new Pause(Pause.Kind.COMMA, 0.2);
  private static final Pause CLAUSE = new Pause(Pause.Kind.CLAUSE, 0.3);

  @Test
  void aShortSentenceIsOneChunk() {
    assertThat(Chunker.chunks(words(10))).hasSize(1);
    assertThat(Chunker.chunks(words(1)).getFirst().pause()).isEqualTo(Pause.NONE);
  }

  @Test
  void aLongOneIsCutAtItsStrongestPauses() {
    List<Word> words = words(60);
    words.set(20, paused(words.get(20), COMMA));
    words.set(30, paused(words.get(30), CLAUSE));
    List<Chunk> chunks = Chunker.chunks(words);
    assertThat(chunks).extracting(c -> c.words().size()).containsExactly(31, 29);
    assertThat(chunks.getFirst().pause()).isEqualTo(CLAUSE);
  }

  @Test
  void withoutPausesIntoEqualParts() {
    List<Chunk> chunks = Chunker.chunks(words(100));
    assertThat(chunks).extracting(c -> c.words().size()).containsExactly(33, 33, 34);
  }

  @Test
  void aWordOfManyPhonemesIsNeverCut() {
    Word endless =
        new Word("a", new Span(0, 1), Collections.nCopies(500, "AA1"), Pause.NONE, Controls.NONE);
    assertThat(Chunker.chunks(List.of(endless, endless))).hasSize(2);
  }

  @Test
  void anotherVoiceAndALongPauseThatWasAskedForCut() {
    List<Word> words = words(4);
    Word first = words.getFirst();
    words.set(0, paused(first, new Pause(Pause.Kind.EXPLICIT, 3)));
    Word third = words.get(2);
    words.set(
        2, new Word("x", third.source(), third.phonemes(), Pause.NONE, new Controls(1, "Ann")));
    List<Chunk> chunks = Chunker.chunks(words);
    assertThat(chunks).extracting(Chunk::voice).containsExactly(null, null, "Ann", null);
    assertThat(chunks.getFirst().pause().seconds()).isEqualTo(3);
  }

  static List<Word> words(int count) {
    Word word =
        new Word("word", new Span(0, 4), List.of("W", "ER1", "D", "Z"), Pause.NONE, Controls.NONE);
    return new ArrayList<>(Collections.nCopies(count, word));
  }

  static Word paused(Word word, Pause pause) {
    return new Word(word.spoken(), word.source(), word.phonemes(), pause, word.controls());
  }
}
