package myna.cli.narrate;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import myna.narration.CastSuggestion;
import myna.narration.Narration;
import myna.narration.book.NarrationException;
import myna.narration.book.NarrationException.Reason;
import myna.narration.script.Cast;
import myna.narration.speakers.Characters;
import myna.narration.speakers.Gender;
import myna.narration.speakers.Person;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;

/** Who speaks in a story, as a file that --cast takes. */
final class CharacterTable {
  private final Narration narration;
  private final VoiceLibrary library;

  CharacterTable(Narration narration, VoiceLibrary library) {
    this.narration = narration;
    this.library = library;
  }

  String text() throws NarrationException {
    Characters characters = narration.characters();
    Cast cast = narration.project().settings().cast();
    Map<String, String> voices = voices(characters, cast);
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "# %d quotations; who says %d of them (%d %%) is clear, the narrator reads the"
                + " others%n",
            characters.quotations(),
            characters.sure(),
            characters.quotations() == 0
                ? 0
                : Math.round(100.0 * characters.sure() / characters.quotations())));
    if (!cast.narrator().isEmpty()) {
      text.append("narrator = ").append(cast.narrator()).append('\n');
    }
    for (Characters.Speaking one : characters.speaking()) {
      text.append("\n# ").append(described(one)).append('\n');
      String name = one.person().name();
      text.append(voices.containsKey(name) ? name + " = " + voices.get(name) : "# " + name + " =")
          .append('\n');
    }
    return text.toString().stripTrailing();
  }

  private Map<String, String> voices(Characters characters, Cast cast) throws NarrationException {
    try {
      return new CastSuggestion(library).suggest(characters.speaking(), cast);
    } catch (VoiceException e) {
      throw new NarrationException(Reason.BAD_CAST, e.getMessage(), e);
    }
  }

  private static String described(Characters.Speaking one) {
    Person person = one.person();
    String others =
        person.aliases().stream()
            .filter(alias -> !alias.equals(person.name()) && !alias.equals(Person.SELF))
            .sorted()
            .collect(Collectors.joining(", "));
    return "%d quotations, %d words%s%s%s"
        .formatted(
            one.quotations(),
            one.words(),
            pronoun(person.gender()),
            person.isSelf() ? ", tells the story" : "",
            others.isEmpty() ? "" : "; also " + others);
  }

  private static String pronoun(Gender gender) {
    return switch (gender) {
      case FEMALE -> ", she";
      case MALE -> ", he";
      case UNKNOWN -> "";
    };
  }
}
