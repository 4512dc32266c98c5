package myna.text.en.normal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import myna.text.source.Atom;

/** What is said for a mark. */
final class AtomReader {
  private final Function<String, List<Spoken>> reader; // reads any text

  AtomReader(Function<String, List<Spoken>> reader) {
    this.reader = reader;
  }

  /** The words for an atom; none for silence. */
  List<Spoken> words(Atom atom) {
    return switch (atom) {
      case Atom.Silence ignored -> List.of();
      case Atom.SentenceEnd ignored -> List.of();
      case Atom.Spelled(String text) -> spelled(text);
      case Atom.Said(String text, List<String> phonemes) -> List.of(Spoken.said(text, phonemes));
      case Atom.Replaced(String text) -> reader.apply(text);
      case Atom.Classed(String text, String kind) -> classed(text, kind);
    };
  }

  /** Each character by its name. */
  private static List<Spoken> spelled(String text) {
    List<Spoken> words = new ArrayList<>();
    text.codePoints()
        .forEach(
            c -> {
              if (c >= '0' && c <= '9') {
                words.add(Spoken.word(NumberWords.digits(Character.toString(c))));
              } else if (Character.isLetter(c)) {
                words.add(Spoken.letters(Character.toString(c).toUpperCase(Locale.ROOT)));
              } else {
                words.addAll(Spoken.words(c < 0x80 ? Symbols.nameInAddress((char) c) : ""));
              }
            });
    return words;
  }

  private List<Spoken> classed(String text, String kind) {
    String digits = text.replaceAll("[^0-9]", "");
    boolean number = !digits.isEmpty() && digits.length() == text.strip().replace(",", "").length();
    return switch (kind) {
      case "characters", "spell-out", "verbatim" -> spelled(text);
      case "digits" ->
          digits.isEmpty() ? reader.apply(text) : Spoken.words(NumberWords.digits(digits));
      case "cardinal", "number" ->
          number ? Spoken.words(NumberWords.cardinal(digits)) : reader.apply(text);
      case "ordinal" -> number ? Spoken.words(NumberWords.ordinal(digits)) : reader.apply(text);
      default -> reader.apply(text);
    };
  }
}
