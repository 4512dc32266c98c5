package myna.narration.speakers;

import java.util.Map;
import java.util.Set;

/** Which pronoun a person goes by. */
public enum Gender {
  /** She. */
  FEMALE,
  /** He. */
  MALE,
  /** The text does not say. */
  UNKNOWN;

  private static final Map<String, Gender> PRONOUNS =
      Map.of(
          "he", MALE, "him", MALE, "his", MALE, "himself", MALE, "she", FEMALE, "her", FEMALE,
          "hers", FEMALE, "herself", FEMALE);

  private static final Set<String> FEMALE_TITLES =
      Set.of(
          "mrs",
          "ms",
          "miss",
          "lady",
          "aunt",
          "madame",
          "queen",
          "princess",
          "countess",
          "duchess",
          "mother",
          "sister",
          "mademoiselle",
          "madam",
          "grandmother",
          "marchioness");

  private static final Set<String> MALE_TITLES =
      Set.of(
          "mr",
          "sir",
          "lord",
          "uncle",
          "monsieur",
          "king",
          "prince",
          "count",
          "duke",
          "father",
          "brother",
          "captain",
          "colonel",
          "major",
          "rev",
          "reverend",
          "grandfather",
          "squire",
          "master");

  private static final Set<String> FEMALE_NOUNS =
      Set.of(
          "wife",
          "mother",
          "lady",
          "woman",
          "girl",
          "sister",
          "daughter",
          "aunt",
          "niece",
          "queen",
          "widow",
          "maid",
          "mama",
          "grandmother",
          "housekeeper",
          "actress",
          "mistress",
          "nurse",
          "governess",
          "hostess",
          "bride",
          "princess",
          "landlady",
          "ladyship");

  private static final Set<String> MALE_NOUNS =
      Set.of(
          "husband",
          "father",
          "gentleman",
          "man",
          "boy",
          "brother",
          "son",
          "uncle",
          "nephew",
          "king",
          "papa",
          "grandfather",
          "lad",
          "fellow",
          "host",
          "landlord",
          "prince",
          "master",
          "squire",
          "butler",
          "coachman",
          "lordship",
          "baronet");

  /** The gender of a pronoun, a title or a noun in small letters. */
  static Gender of(String word) {
    if (PRONOUNS.containsKey(word)) {
      return PRONOUNS.get(word);
    }
    if (FEMALE_TITLES.contains(word) || FEMALE_NOUNS.contains(word)) {
      return FEMALE;
    }
    return MALE_TITLES.contains(word) || MALE_NOUNS.contains(word) ? MALE : UNKNOWN;
  }

  /** Whether a word is a pronoun of the third person. */
  static boolean isPronoun(String word) {
    return PRONOUNS.containsKey(word);
  }

  /** Whether two can be one person's. */
  boolean fits(Gender other) {
    return this == UNKNOWN || other == UNKNOWN || this == other;
  }
}
