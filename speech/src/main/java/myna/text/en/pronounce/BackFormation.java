package myna.text.en.pronounce;

import java.util.List;

/**
 * The sounds of a word taken from a listed form of it: "incite" from "incited", "incites" or
 * "inciting".
 */
final class BackFormation {
  private static final int SHORTEST = 3;
  private static final List<String> ING = List.of("IH0", "NG");
  private static final List<String> NESS = List.of("N", "AH0", "S");

  private final WordList lexicon;

  BackFormation(WordList lexicon) {
    this.lexicon = lexicon;
  }

  /** The pronunciation of {@code word} (lower case), or null if no form of it is listed. */
  List<String> of(String word) {
    if (word.length() < SHORTEST || !word.chars().allMatch(c -> c >= 'a' && c <= 'z')) {
      return null;
    }
    boolean e = word.endsWith("e");
    boolean y = word.endsWith("y");
    String cut = word.substring(0, word.length() - 1);
    List<String> phonemes = inflected(word + "'s", true);
    if (phonemes == null) {
      phonemes = inflected(y ? cut + "ies" : word + "s", true);
    }
    if (phonemes == null) {
      phonemes = inflected(y ? cut + "ied" : word + (e ? "d" : "ed"), false);
    }
    if (phonemes == null) {
      phonemes = without((e ? cut : word) + "ing", ING);
    }
    return phonemes == null ? without(word + "ness", NESS) : phonemes;
  }

  /** A plural or past form without its ending, if that is the regular one. */
  private List<String> inflected(String form, boolean plural) {
    Lexicon.Entry entry = lexicon.lookup(form);
    if (entry == null) {
      return null;
    }
    List<String> sounds = entry.primary();
    for (int length = Math.min(2, sounds.size() - 1); length > 0; length--) {
      List<String> stem = sounds.subList(0, sounds.size() - length);
      List<String> ending =
          plural ? Inflection.plural(stem.getLast()) : Inflection.past(stem.getLast());
      if (ending.equals(sounds.subList(stem.size(), sounds.size()))) {
        return List.copyOf(stem);
      }
    }
    return null;
  }

  private List<String> without(String form, List<String> ending) {
    Lexicon.Entry entry = lexicon.lookup(form);
    if (entry == null) {
      return null;
    }
    List<String> sounds = entry.primary();
    int stem = sounds.size() - ending.size();
    boolean ends = stem > 0 && sounds.subList(stem, sounds.size()).equals(ending);
    return ends ? List.copyOf(sounds.subList(0, stem)) : null;
  }
}
