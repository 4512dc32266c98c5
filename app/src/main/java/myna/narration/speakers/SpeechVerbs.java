package myna.narration.speakers;

import java.util.Set;

/** Verbs that say that somebody speaks. */
final class SpeechVerbs {
  private static final Set<String> VERBS =
      Set.of(
          ("said says say saying asked asks cried cries replied replies answered answers returned"
               + " exclaimed ejaculated shouted called whispered murmured muttered added adds"
               + " continued began demanded inquired enquired questioned observed remarked repeated"
               + " responded rejoined retorted declared announced insisted persisted protested"
               + " explained suggested admitted agreed assented corrected corroborated interrupted"
               + " interposed interjected gasped groaned sighed sobbed laughed chuckled screamed"
               + " shrieked yelled roared growled snapped stammered faltered stuttered pleaded"
               + " begged urged warned promised admonished commanded ordered concluded resumed"
               + " proceeded reflected thought wondered mused commented acknowledged confessed"
               + " confirmed conceded objected echoed chimed breathed hissed barked bellowed"
               + " drawled mumbled wailed moaned whimpered giggled put pursued ventured told went"
               + " thundered cautioned argued assured informed reminded advised apologized"
               + " apologised volunteered grumbled complained scoffed sneered teased croaked panted"
               + " squeaked piped lamented implored entreated addressed greeted reasoned spoke"
               + " quoth scolded")
              .split(" "));

  private SpeechVerbs() {}

  /** Whether a word in small letters is one. */
  static boolean has(String word) {
    return VERBS.contains(word);
  }
}
