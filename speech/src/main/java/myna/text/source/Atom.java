package myna.text.source;

import java.util.List;

/** Something that a mark put in place of text. */
public sealed interface Atom {
  /** Silence of so many seconds. */
  record Silence(double seconds) implements Atom {}

  /** The end of a sentence, whatever the punctuation says. */
  record SentenceEnd() implements Atom {}

  /** Text that is named character by character. */
  record Spelled(String text) implements Atom {}

  /** A word, not empty, whose phonemes are given. */
  record Said(String text, List<String> phonemes) implements Atom {}

  /** Other text that is read instead. */
  record Replaced(String text) implements Atom {}

  /** Text of a class that was named, as by SSML's say-as. */
  record Classed(String text, String kind) implements Atom {}
}
