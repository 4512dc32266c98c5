package myna.text.en.pronounce;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import myna.text.en.normal.Facts;

/**
 * Words that are written alike and said differently, told apart by their neighbours with the rules
 * of heteronyms.txt.
 */
final class Heteronyms {
  /** A word's two pronunciations and the rules that choose, the last of which always holds. */
  private record Entry(List<String> first, List<String> second, List<HeteronymRule> rules) {}

  private final Map<String, Entry> entries = new HashMap<>();

  Heteronyms() {
    new Reader().read();
  }

  /** Whether the word (lower case) has two pronunciations. */
  boolean contains(String word) {
    return entries.containsKey(word);
  }

  /** How many words there are. */
  int size() {
    return entries.size();
  }

  /** The pronunciation of the word meant by {@code context}, or null if it has but one. */
  List<String> choose(Context context) {
    Entry entry = entries.get(context.at(0));
    if (entry == null) {
      return null;
    }
    for (HeteronymRule rule : entry.rules) {
      if (rule.holds(context)) {
        return rule.second() ? entry.second : entry.first;
      }
    }
    return entry.first;
  }

  /** Reads the file once, from top to bottom. */
  private final class Reader {
    private final Map<String, WordSet> classes = new HashMap<>();
    private final Map<String, List<HeteronymRule>> templates = new HashMap<>();
    private List<HeteronymRule> open =
        new ArrayList<>(); // rules of the word or template being read
    private List<HeteronymRule> shared = List.of(); // rules of the template that follow them
    private String[] head;

    void read() {
      int number = 0;
      for (String line : Facts.lines("heteronyms.txt")) {
        number++;
        try {
          readLine(line);
        } catch (IllegalArgumentException e) {
          throw new IllegalStateException("heteronyms.txt:" + number + ": " + e.getMessage(), e);
        }
      }
      close();
    }

    private void readLine(String line) {
      if (line.isBlank() || line.startsWith("#")) {
        return;
      }
      if (line.startsWith("  ")) {
        open.add(HeteronymRule.parse(line, classes));
        return;
      }
      close();
      if (line.startsWith("class ")) {
        int equals = line.indexOf(" = ");
        List<String> members = Arrays.asList(line.substring(equals + 3).split(" ", -1));
        classes.put(line.substring("class ".length(), equals), WordSet.of(members, classes));
      } else if (line.startsWith("template ")) {
        templates.put(line.substring("template ".length()), open);
      } else if (line.startsWith("word ")) {
        openWord(line.substring("word ".length()).split(" \\| ", -1));
      } else {
        throw new IllegalArgumentException("not understood: " + line);
      }
    }

    private void openWord(String[] parts) {
      if (parts.length != 3) {
        throw new IllegalArgumentException("a word needs two pronunciations");
      }
      int colon = parts[0].indexOf(" : ");
      shared = colon < 0 ? List.of() : templates.get(parts[0].substring(colon + 3));
      if (shared == null) {
        throw new IllegalArgumentException("no such template: " + parts[0]);
      }
      head = new String[] {colon < 0 ? parts[0] : parts[0].substring(0, colon), parts[1], parts[2]};
    }

    private void close() {
      if (head != null) {
        List<HeteronymRule> rules = new ArrayList<>(open);
        rules.addAll(shared);
        entries.put(head[0], new Entry(phonemes(head[1]), phonemes(head[2]), List.copyOf(rules)));
      }
      head = null;
      open = new ArrayList<>();
    }

    private static List<String> phonemes(String text) {
      return List.of(text.split(" ", -1));
    }
  }
}
