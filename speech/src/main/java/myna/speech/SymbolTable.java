package myna.speech;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The ids of phonemes in a model. */
final class SymbolTable {
  /** The id of silence. */
  static final int SILENCE = 0;

  private final Map<String, Integer> ids = new HashMap<>();

  SymbolTable(List<String> symbols) {
    for (int i = 0; i < symbols.size(); i++) {
      ids.put(symbols.get(i), i);
    }
  }

  /** The id of a phoneme; of one with another stress or none, where the model lacks just that. */
  int id(String phoneme) {
    Integer exact = ids.get(phoneme);
    if (exact != null) {
      return exact;
    }
    String bare = phoneme.replaceAll("[0-9]$", "");
    for (String stress : List.of("", "0", "1", "2")) {
      Integer near = ids.get(bare + stress);
      if (near != null) {
        return near;
      }
    }
    throw new IllegalArgumentException("the model knows no phoneme " + phoneme);
  }
}
