package myna.speech.take;

import java.util.ArrayList;
import java.util.List;
import myna.speech.model.SymbolTable;
import myna.text.Pause;
import myna.text.Word;

/**
 * A chunk as the model reads it: silence, the phonemes of the words with silence at pauses,
 * silence.
 *
 * @param symbols [N] ids
 * @param slots what each symbol stands for
 */
record PhonemeSequence(int[] symbols, List<Slot> slots) {
  /** What a symbol stands for. */
  sealed interface Slot {
    /** The silence at either end. */
    record Edge() implements Slot {}

    /** Silence between two words. */
    record Gap(Pause pause) implements Slot {}

    /**
     * A phoneme.
     *
     * @param word its number in the chunk
     * @param rate speed that the text asks for
     */
    record Phone(int word, double rate) implements Slot {}
  }

  /** The sequence of some words. */
  static PhonemeSequence of(List<Word> words, SymbolTable table) {
    List<Integer> symbols = new ArrayList<>();
    List<Slot> slots = new ArrayList<>();
    symbols.add(SymbolTable.SILENCE);
    slots.add(new Slot.Edge());
    for (int i = 0; i < words.size(); i++) {
      Word word = words.get(i);
      for (String phoneme : word.phonemes()) {
        symbols.add(table.id(phoneme));
        slots.add(new Slot.Phone(i, word.controls().rate()));
      }
      if (i < words.size() - 1 && word.pauseAfter().seconds() > 0) {
        symbols.add(SymbolTable.SILENCE);
        slots.add(new Slot.Gap(word.pauseAfter()));
      }
    }
    symbols.add(SymbolTable.SILENCE);
    slots.add(new Slot.Edge());
    int[] ids = symbols.stream().mapToInt(Integer::intValue).toArray();
    return new PhonemeSequence(ids, List.copyOf(slots));
  }
}
