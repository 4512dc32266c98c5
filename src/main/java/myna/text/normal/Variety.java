package myna.text.normal;

/** The varieties of English. */
public enum Variety {
  US,
  GB
}
