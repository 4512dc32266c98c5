package myna.speech.synthesis;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import myna.audio.Audio;
import myna.jobs.Cancellation;
import myna.onnx.pack.ModelPack;
import myna.onnx.pack.Packs;
import myna.resgen.SamplingSettings;
import myna.resgen.adapt.AdaptedVoice;
import myna.resgen.adapt.Additions;
import myna.speech.Knob;
import myna.speech.SpeechOptions;
import myna.speech.model.SpeechModel;
import myna.speech.model.VoiceFeatures;
import myna.text.TextSettings;
import myna.text.en.EnglishFrontEnd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Voices that a pack was adapted to are guided as the pack says for them. */
class AdaptedGuidanceTest {
  @TempDir private Path folder;

  @Test
  void thePackSaysHowMuchAdaptedVoicesAreGuided() throws Exception {
    assertThat(ModelPack.open(Packs.TINY).format().defaults().guide())
        .isEqualTo(new SamplingSettings.Guide(1, 1));
    Path manifest = Packs.copy(folder).resolve(ModelPack.MANIFEST);
    String text = Files.readString(manifest);
    Files.writeString(
        manifest,
        text.replaceFirst("\"guidance\": [0-9.]+,", "\"guidance\": 2, \"adaptedGuidance\": 0.5,"));
    try (SpeechModel model = ModelPack.open(folder).load(Packs.cpu())) {
      SamplingSettings defaults = model.format().defaults();
      assertThat(guidance(model, SpeechOptions.NONE, false)).containsExactly(2.0);
      assertThat(guidance(model, SpeechOptions.NONE, true)).containsExactly(0.5);
      SpeechOptions chosen = SpeechOptions.NONE.with(Knob.GUIDANCE, 0.7).with(Knob.GUIDED, 0.5);
      assertThat(chosen.settings(defaults).sampling().guide())
          .as("what is chosen holds for all voices")
          .isEqualTo(new SamplingSettings.Guide(0.7, 0.5));
      assertThat(guidance(model, chosen, true)).containsExactly(0.7);
    }
  }

  /** What the generator was guided by while a sentence was spoken. */
  private static Set<Double> guidance(SpeechModel model, SpeechOptions options, boolean adapted)
      throws Exception {
    Set<Double> found = new TreeSet<>();
    VoiceFeatures plain =
        new Synthesizer(model).voice(new Audio(SpeechPiecesTest.hum(80_000), 16_000));
    VoiceFeatures own =
        new VoiceFeatures(
            plain.memory(),
            plain.style(),
            plain.rhythm(),
            plain.reference(),
            new AdaptedVoice("any", new Additions(List.of(), List.of())));
    Synthesizer synthesizer = new Synthesizer(listening(model, plain, found));
    new Recital(synthesizer, new EnglishFrontEnd(TextSettings.DEFAULT))
        .speak(
            new Passage(
                "Good night.",
                VoiceCast.of(adapted ? own : plain),
                options.settings(model.format().defaults())),
            Cancellation.NEVER);
    return found;
  }

  /** The model, which speaks every voice as if it were the plain one, and notes the guidance. */
  private static SpeechModel listening(
      SpeechModel model, VoiceFeatures plain, Set<Double> guidance) {
    return (SpeechModel)
        Proxy.newProxyInstance(
            SpeechModel.class.getClassLoader(),
            new Class<?>[] {SpeechModel.class},
            (_, method, arguments) -> {
              for (int i = 0; arguments != null && i < arguments.length; i++) {
                arguments[i] = arguments[i] instanceof VoiceFeatures ? plain : arguments[i];
              }
              if (method.getName().equals("generator")) {
                guidance.add((Double) arguments[2]);
              }
              try {
                return method.invoke(model, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
