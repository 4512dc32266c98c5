package myna.narration.read;

import java.util.Optional;

/** Cuts an RTF file (Rich Text Format 1.9.1) into its tokens. */
final class RtfTokens {
  private static final int LONGEST_WORD = 32;
  private static final int LONGEST_NUMBER = 9;

  /** A piece of the file. */
  sealed interface Token {
    /** Start of a group. */
    record Open() implements Token {}

    /** End of a group. */
    record Close() implements Token {}

    /**
     * A control word, such as {@code \fs24}, or symbol, such as {@code \~}.
     *
     * @param value its number, if it has one
     */
    record Control(String name, Optional<Integer> value) implements Token {}

    /** A byte of text, in the code page of its font. */
    record Letter(byte code) implements Token {}
  }

  private final byte[] bytes;
  private int at;

  RtfTokens(byte[] bytes) {
    this.bytes = bytes;
  }

  /** The next token, or nothing at the end. Line ends of the file are no text. */
  Optional<Token> next() {
    while (at < bytes.length && (bytes[at] == '\r' || bytes[at] == '\n' || bytes[at] == 0)) {
      at++;
    }
    if (at >= bytes.length) {
      return Optional.empty();
    }
    byte c = bytes[at++];
    return Optional.of(
        switch (c) {
          case '{' -> new Token.Open();
          case '}' -> new Token.Close();
          case '\\' -> control();
          default -> new Token.Letter(c);
        });
  }

  private Token control() {
    if (at >= bytes.length) {
      return new Token.Letter((byte) ' ');
    }
    int c = bytes[at];
    if (isLetter(c)) {
      return word();
    }
    at++;
    return switch (c) {
      case '\'' -> new Token.Letter(hexadecimal());
      case '\\', '{', '}' -> new Token.Letter((byte) c);
      case '\r', '\n' -> new Token.Control("par", Optional.empty());
      default -> new Token.Control(Character.toString((char) (c & 0xFF)), Optional.empty());
    };
  }

  private Token word() {
    int start = at;
    while (at < bytes.length && isLetter(bytes[at]) && at - start < LONGEST_WORD) {
      at++;
    }
    String name = latin(start, at);
    int number = at;
    if (at < bytes.length && bytes[at] == '-') {
      at++;
    }
    while (at < bytes.length && isDigit(bytes[at]) && at - number < LONGEST_NUMBER) {
      at++;
    }
    Optional<Integer> value =
        at > number && isDigit(bytes[at - 1])
            ? Optional.of(Integer.parseInt(latin(number, at)))
            : Optional.empty();
    if (at < bytes.length && bytes[at] == ' ') {
      at++;
    }
    if (name.equals("bin")) {
      at = (int) Math.min(bytes.length, (long) at + Math.max(0, value.orElse(0)));
    }
    return new Token.Control(name, value);
  }

  private byte hexadecimal() {
    int high = at < bytes.length ? Character.digit(bytes[at], 16) : -1;
    int low = at + 1 < bytes.length ? Character.digit(bytes[at + 1], 16) : -1;
    if (high < 0 || low < 0) {
      return ' ';
    }
    at += 2;
    return (byte) (16 * high + low);
  }

  private String latin(int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to; i++) {
      text.append((char) (bytes[i] & 0xFF));
    }
    return text.toString();
  }

  private static boolean isLetter(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }
}
