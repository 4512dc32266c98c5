package myna.resgen.adapt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdaptedVoiceTest {
  private static final List<FactorShape> SHAPES =
      List.of(new FactorShape("a.up.narrow", 2, 3), new FactorShape("a.up.widen", 4, 2));

  @Test
  void comesBackAsItWasRounded() throws AdditionsException {
    AdaptedVoice voice = new AdaptedVoice("en 1", Additions.start(SHAPES, 7)).rounded();
    AdaptedVoice read = AdaptedVoice.decode(voice.encode());
    assertThat(read.pack()).isEqualTo("en 1");
    assertThat(read.additions().shapes()).isEqualTo(SHAPES);
    assertThat(read.additions().values().getFirst())
        .containsExactly(voice.additions().values().getFirst());
    assertThat(read.encode()).containsExactly(voice.encode());
  }

  @Test
  void anyOtherByteIsDamage() {
    byte[] bytes = new AdaptedVoice("en 1", Additions.start(SHAPES, 7)).encode();
    for (int i = 0; i < bytes.length; i++) {
      byte[] spoiled = bytes.clone();
      spoiled[i] ^= 1;
      assertThatThrownBy(() -> AdaptedVoice.decode(spoiled))
          .isInstanceOf(AdditionsException.class)
          .hasMessageStartingWith("the adapted voice is damaged: ");
    }
    for (int length = 0; length < bytes.length; length++) {
      byte[] cut = Arrays.copyOf(bytes, length);
      assertThatThrownBy(() -> AdaptedVoice.decode(cut)).isInstanceOf(AdditionsException.class);
    }
  }

  @Test
  void factorsThatDoNotFitAreRefused() {
    List<FactorShape> wrong =
        List.of(new FactorShape("a.up.narrow", 2, 3), new FactorShape("a.up.widen", 4, 3));
    byte[] bytes = new AdaptedVoice("en 1", Additions.zero(wrong)).encode();
    assertThatThrownBy(() -> AdaptedVoice.decode(bytes))
        .isInstanceOf(AdditionsException.class)
        .hasMessageContaining("makes no sense");
  }

  @Test
  void addsTheProductOfItsFactors() {
    Additions additions =
        new Additions(
            SHAPES, List.of(new float[] {1, 2, 3, 4, 5, 6}, new float[] {1, 0, 0, 1, 1, 1, 0, 0}));
    float[] weights = new float[12];
    weights[0] = 10;
    additions.maps().get("a.up").addTo(weights);
    assertThat(weights).containsExactly(11, 2, 3, 4, 5, 6, 5, 7, 9, 0, 0, 0);
  }
}
