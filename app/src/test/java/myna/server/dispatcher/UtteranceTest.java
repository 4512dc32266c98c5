package myna.server.dispatcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import myna.server.dispatcher.Utterance.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UtteranceTest {
  private static final ModuleSettings CAPITALS =
      new ModuleSettings(0, 100, Optional.empty(), false, true);

  @ParameterizedTest
  @CsvSource({
    "CHAR, a, [spell]a[/spell]",
    "CHAR, A, capital [spell]A[/spell]",
    "CHAR, 7, [spell]7[/spell]",
    "CHAR, space, space",
    "CHAR, !, exclamation mark",
    "CHAR, -, hyphen minus",
    "CHAR, é, e with acute",
    "CHAR, Ж, zhe",
    "KEY, control_a, control [spell]a[/spell]",
    "KEY, kp_enter, kp enter",
    "SOUND_ICON, new-message, new message"
  })
  void namesCharactersAndKeys(Kind kind, String message, String said) {
    assertThat(Utterance.of(kind, message, CAPITALS).parts()).containsExactly(said);
  }

  @Test
  void spellsWhereThatIsSet() {
    ModuleSettings spelling = ModuleSettings.USUAL.with("spelling_mode", "on");
    assertThat(Utterance.of(Kind.SPEAK, "<speak>NASA</speak>", spelling).parts())
        .containsExactly("<speak><say-as interpret-as=\"characters\">NASA</say-as></speak>");
  }

  @Test
  void cutsLongTextsBetweenSentencesAndLosesNothing() {
    String sentence = "A sentence of many.<mark name=\"__spd_1\"/> ";
    String content = sentence.repeat(1000).strip();
    Utterance said =
        Utterance.of(Kind.SPEAK, "<speak>" + content + "</speak>", ModuleSettings.USUAL);
    assertThat(said.parts()).hasSizeGreaterThan(1);
    assertThat(said.parts().stream().mapToInt(String::length).max().orElse(0))
        .isLessThanOrEqualTo(SpeechSource.LONGEST_TEXT);
    assertThat(said.parts().stream().allMatch(p -> p.startsWith("<speak>A sentence"))).isTrue();
    String joined = String.join("", said.parts()).replaceAll("</?speak>", "");
    assertThat(joined.equals(content)).isTrue(); // too long to be printed
  }

  @Test
  void keepsTextWithoutAnySpaces() {
    assertThat(Utterance.of(Kind.SPEAK, "x".repeat(50_000), ModuleSettings.USUAL).parts())
        .hasSize(3);
  }
}
