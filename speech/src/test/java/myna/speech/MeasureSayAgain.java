package myna.speech;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import myna.audio.Audio;
import myna.audio.AudioFiles;
import myna.jobs.Cancellation;
import myna.onnx.ModelPack;
import myna.onnx.Packs;
import myna.speech.measure.Similarity;
import myna.text.Sentence;
import myna.text.TextFrontEnd;
import myna.text.TextSettings;
import myna.text.en.EnglishFrontEnd;

/**
 * Measures what a word sounds like that was said again inside its sentence: how well the model's
 * ear hears it, whose voice the sentence is, and how much the sound jumps at the seams, beside the
 * same of the take before and of a take that is all new. Arguments: folder of a pack, clips.
 */
final class MeasureSayAgain {
  private static final List<String> TEXTS =
      List.of(
          "The morning train was late again, so we walked home.",
          "Nobody in the village remembered when the bridge was built.",
          "She kept her letters in a box beneath the stairs.",
          "Bring warm clothes, because nights up there are very cold.");

  private final SpeechModel model;
  private final Synthesizer synthesizer;
  private final Row before = new Row();
  private final Row again = new Row();
  private final Row fresh = new Row();

  private MeasureSayAgain(SpeechModel model) {
    this.model = model;
    synthesizer = new Synthesizer(model);
  }

  /** Sums of what was measured. */
  private static final class Row {
    double score;
    double neighbours;
    double likeness;
    double seam;
    int doubtful;
    int count;

    void print(String name) {
      System.out.printf(
          "%-22s word %.2f (doubtful %.0f %%), neighbours %.2f, likeness %.3f, seam %.2f dB (%d)%n",
          name,
          score / count,
          100.0 * doubtful / count,
          neighbours / count,
          likeness / count,
          seam / count,
          count);
    }
  }

  public static void main(String[] arguments) throws Exception {
    try (SpeechModel model = ModelPack.open(Path.of(arguments[0])).load(Packs.cpu())) {
      MeasureSayAgain measure = new MeasureSayAgain(model);
      for (String clip : Arrays.asList(arguments).subList(1, arguments.length)) {
        measure.voice(AudioFiles.read(Path.of(clip)));
      }
      measure.before.print("the take before");
      measure.again.print("said again");
      measure.fresh.print("a take that is all new");
    }
  }

  private void voice(Audio clip) throws SpeechException {
    VoiceCast voices = VoiceCast.of(synthesizer.voice(clip));
    TextFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);
    SpeechSettings settings = SpeechSettings.of(model.format()).withCheck(new CheckSettings(1, -4));
    for (String text : TEXTS) {
      Sentence sentence = frontEnd.analyze(text).sentences().getFirst();
      SpokenSentence first = synthesizer.speak(sentence, voices, settings, Cancellation.NEVER);
      SpokenSentence other =
          synthesizer.speak(sentence, voices, settings.withSeed(99), Cancellation.NEVER);
      for (int word = 1; word < first.words().size() - 1; word += 2) {
        SpokenSentence said =
            synthesizer.sayAgain(first, voices, settings, new Redo(word, word), Cancellation.NEVER);
        add(before, first, word, clip);
        add(again, said, word, clip);
        add(fresh, other, word, clip);
      }
    }
  }

  private void add(Row row, SpokenSentence spoken, int word, Audio clip) {
    List<SpokenWord> words = spoken.words();
    row.score += words.get(word).score();
    row.doubtful += words.get(word).score() < -4 ? 1 : 0;
    row.neighbours += (words.get(word - 1).score() + words.get(word + 1).score()) / 2;
    row.likeness += Similarity.of(model, spoken.audio(), clip).orElse(Double.NaN);
    row.seam +=
        (jump(spoken.audio(), words.get(word).start())
                + jump(spoken.audio(), words.get(word).end()))
            / 2;
    row.count++;
  }

  /** Mean difference of the spectra, in dB, of the 32 ms before and after each frame's border. */
  private static double jump(Audio audio, double seconds) {
    List<Double> jumps = new ArrayList<>();
    for (int frame = -1; frame <= 1; frame++) {
      int at = (int) ((seconds + 0.032 * frame) * audio.sampleRate());
      double[] left = spectrum(audio.samples(), at - 512);
      double[] right = spectrum(audio.samples(), at);
      double sum = 0;
      for (int k = 0; k < left.length; k++) {
        sum += Math.abs(left[k] - right[k]);
      }
      jumps.add(sum / left.length);
    }
    return jumps.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  /** Level of 20 bands of 400 Hz in dB. */
  private static double[] spectrum(float[] samples, int from) {
    double[] bands = new double[20];
    for (int b = 0; b < bands.length; b++) {
      double power = 1e-9;
      for (int f = 0; f < 8; f++) {
        double omega = 2 * Math.PI * (b * 400 + f * 50 + 25) / 16_000;
        double re = 0;
        double im = 0;
        for (int t = 0; t < 512; t++) {
          double x = from + t >= 0 && from + t < samples.length ? samples[from + t] : 0;
          re += x * Math.cos(omega * t);
          im += x * Math.sin(omega * t);
        }
        power += re * re + im * im;
      }
      bands[b] = 10 * Math.log10(power);
    }
    return bands;
  }
}
