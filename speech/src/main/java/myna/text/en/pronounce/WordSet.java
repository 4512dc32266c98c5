package myna.text.en.pronounce;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words, beginnings (ly*) and endings (*ly). */
final class WordSet {
  private final Set<String> words = new HashSet<>();
  private final List<String> endings = new ArrayList<>();
  private final List<String> beginnings = new ArrayList<>();

  /** The members; names in capitals stand for the {@code classes} of that name. */
  static WordSet of(Iterable<String> members, Map<String, WordSet> classes) {
    WordSet set = new WordSet();
    for (String member : members) {
      set.add(member, classes);
    }
    return set;
  }

  private void add(String member, Map<String, WordSet> classes) {
    WordSet named = classes.get(member);
    if (named != null) {
      words.addAll(named.words);
      endings.addAll(named.endings);
      beginnings.addAll(named.beginnings);
    } else if (member.startsWith("*")) {
      endings.add(member.substring(1));
    } else if (member.endsWith("*")) {
      beginnings.add(member.substring(0, member.length() - 1));
    } else {
      words.add(member);
    }
  }

  boolean contains(String word) {
    if (word.isEmpty()) {
      return false;
    }
    return words.contains(word)
        || endings.stream()
            .anyMatch(ending -> word.length() > ending.length() && word.endsWith(ending))
        || beginnings.stream().anyMatch(word::startsWith);
  }
}
