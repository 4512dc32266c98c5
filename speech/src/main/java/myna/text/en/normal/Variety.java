package myna.text.en.normal;

/** The varieties of English. */
public enum Variety {
  US,
  GB
}
