package myna.text;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * How a user or a project wants words to be said.
 *
 * <p>A file has one entry on each line: the word or words as they are written, a tab, and either
 * ARPABET phonemes with stress digits ({@code Nguyen<TAB>W IH1 N}) or, behind an equals sign, other
 * words to read ({@code SQL<TAB>=sequel}). Empty lines and lines that start with # are passed over.
 * Case does not count.
 *
 * @param entries in the order of the file
 */
public record UserLexicon(List<Entry> entries) {
  private static final int LONGEST = 100; // characters of a written form

  /**
   * One entry; either phonemes or other words are given.
   *
   * @param written as it stands in texts
   * @param phonemes empty if other words are given
   * @param words what to read instead; empty if phonemes are given
   */
  public record Entry(String written, List<String> phonemes, String words) {
    public Entry {
      phonemes = List.copyOf(phonemes);
    }

    /** The line of a lexicon file. */
    public String line() {
      return written + "\t" + (phonemes.isEmpty() ? "=" + words : String.join(" ", phonemes));
    }
  }

  public UserLexicon {
    entries = List.copyOf(entries);
  }

  /**
   * Reads a lexicon file.
   *
   * @throws TextException if the file cannot be read, is not UTF-8, or a line is wrong; the message
   *     names file and line
   */
  public static UserLexicon read(Path file) throws TextException {
    List<String> lines;
    try {
      lines = Files.readAllLines(file, StandardCharsets.UTF_8);
    } catch (CharacterCodingException e) {
      throw new TextException(TextException.Reason.UNREADABLE, file + " is not UTF-8 text.");
    } catch (IOException e) {
      throw new TextException(
          TextException.Reason.UNREADABLE, "the lexicon " + file + " cannot be read.");
    }
    return parse(file.toString(), lines);
  }

  /**
   * Reads the lines of a lexicon.
   *
   * @param name what messages call it
   * @throws TextException if a line is wrong
   */
  public static UserLexicon parse(String name, List<String> lines) throws TextException {
    List<Entry> entries = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    int number = 0;
    for (String line : lines) {
      number++;
      String bare = number == 1 && line.startsWith("\uFEFF") ? line.substring(1) : line;
      if (bare.isBlank() || bare.startsWith("#")) {
        continue;
      }
      try {
        Entry entry = entry(bare);
        if (!seen.add(entry.written.toLowerCase(Locale.ROOT))) {
          throw new IllegalArgumentException("\"" + entry.written + "\" stands here twice");
        }
        entries.add(entry);
      } catch (IllegalArgumentException e) {
        throw new TextException(
            TextException.Reason.BAD_LINE, name + ":" + number + ": " + e.getMessage() + ".");
      }
    }
    return new UserLexicon(entries);
  }

  private static Entry entry(String line) {
    int tab = line.indexOf('\t');
    if (tab < 1) {
      throw new IllegalArgumentException("a line is a word, a tab and its phonemes");
    }
    String written = line.substring(0, tab).strip();
    String value = line.substring(tab + 1).strip();
    if (written.isEmpty() || written.length() > LONGEST) {
      throw new IllegalArgumentException(
          "the word is empty or longer than " + LONGEST + " characters");
    }
    if (!value.startsWith("=")) {
      return new Entry(written, Phonemes.parse(value), "");
    }
    String words = value.substring(1).strip();
    if (words.isEmpty()) {
      throw new IllegalArgumentException("nothing stands behind the equals sign");
    }
    return new Entry(written, List.of(), words);
  }
}
