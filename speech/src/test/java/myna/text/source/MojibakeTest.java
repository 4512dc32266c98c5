package myna.text.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import myna.text.Span;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Text in UTF-8 that was read as Windows-1252 or Latin-1. */
class MojibakeTest {
  private static final Charset WINDOWS = Charset.forName("windows-1252");

  private static String broken(String text, Charset as) {
    return new String(text.getBytes(StandardCharsets.UTF_8), as);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"It's £5 – “café”…", "naïve señor Ångström", "fiancée, garçon, Zoë", "5 € ½"})
  void isMended(String text) {
    String plain = SourceText.of(text).text();
    assertThat(SourceText.of(broken(text, StandardCharsets.ISO_8859_1)).text()).isEqualTo(plain);
    String once = broken(text, WINDOWS);
    if (once.indexOf('\uFFFD') < 0) {
      assertThat(SourceText.of(once).text()).isEqualTo(plain);
    }
  }

  @Test
  void isMendedWhereItWasBrokenTwice() {
    String twice = broken(broken("It’s", WINDOWS), WINDOWS);
    assertThat(SourceText.of(twice).text()).isEqualTo("It's");
  }

  @Test
  void givesContractionsTheirLostApostrophe() {
    assertThat(SourceText.of("Don\uFFFDt! They\uFFFDre \uFFFD here").text())
        .isEqualTo("Don't! They're   here");
  }

  @Test
  void keepsThePlacesOfTheSource() {
    SourceText text = SourceText.of("Itâ€™s on");
    assertThat(text.text()).isEqualTo("It's on");
    assertThat(text.source(0, 4)).isEqualTo(new Span(0, 6));
    assertThat(text.source(5, 7)).isEqualTo(new Span(7, 9));
    assertThat(text.mended()).isEqualTo(1);
    assertThat(text.isWhole()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Café, naïve, Ångström, Çeşme, São Paulo, Âge, À la carte",
        "«É» und „Ä“",
        "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ",
        "â, ã, ð and þ",
        "5 € – ½ price"
      })
  void leavesSoundTextAlone(String text) {
    assertThat(SourceText.of(text).mended()).isZero();
  }
}
