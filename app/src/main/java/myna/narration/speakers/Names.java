package myna.narration.speakers;

/** Tells which words are names. */
@FunctionalInterface
interface Names {
  /** Whether a token is a name, or part of one. */
  boolean isName(Token token);
}
