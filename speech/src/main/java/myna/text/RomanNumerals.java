package myna.text;

/** Numbers as the Romans wrote them. */
public final class RomanNumerals {
  private RomanNumerals() {}

  /** The value of a well-formed numeral in capitals. */
  public static int value(String numeral) {
    int value = 0;
    int before = 0;
    for (int i = numeral.length() - 1; i >= 0; i--) {
      int digit =
          switch (numeral.charAt(i)) {
            case 'I' -> 1;
            case 'V' -> 5;
            case 'X' -> 10;
            case 'L' -> 50;
            case 'C' -> 100;
            case 'D' -> 500;
            default -> 1000;
          };
      value += digit < before ? -digit : digit;
      before = Math.max(before, digit);
    }
    return value;
  }
}
