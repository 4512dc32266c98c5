package myna.engine;

import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import myna.audio.Audio;
import myna.audio.AudioFiles;
import myna.jobs.Cancellation;
import myna.onnx.Device;
import myna.onnx.RuntimeSettings;
import myna.onnx.pack.ModelPack;
import myna.onnx.pack.Packs;
import myna.speech.Knob;
import myna.speech.SpeechException;
import myna.speech.SpeechOptions;
import myna.speech.listen.ReadingAligner;
import myna.speech.listen.Similarity;
import myna.speech.model.SpeechModel;
import myna.text.TextSettings;
import myna.text.Word;
import myna.text.en.EnglishFrontEnd;
import myna.voice.ConsentSentence;
import myna.watermark.Detection;
import myna.watermark.Recordings;
import myna.watermark.WatermarkDetector;
import myna.watermark.Watermarker;

/**
 * Measures by which chance a recording is wrongly taken for a spoken consent, or wrongly refused,
 * on prepared recordings in a folder. They do not say a sentence that was drawn: their own
 * transcript is what is asked for, and words of it are the drawn ones.
 *
 * <pre>
 * PACK FOLDER dev|CORPUS-PREFIX [CLIPS-OF-A-READER [voices]]   voices alone, without words
 * PACK CLIP,CLIP,... synthetic [TRIES]   sentences that the pack says in the voices of clips
 * - FOLDER,FOLDER,... marked               the watermark alone, in what a pack said before
 * </pre>
 */
final class MeasureConsent {
  /** Of each reader so many clips are the voice. */
  private static final int VOICE_CLIPS = 2;

  private static final double LEAST_SECONDS = 2.5;

  /** So long it takes to say a sentence of consent. */
  private static final double SENTENCE_SECONDS = 8;

  /** Shorter words are not drawn. */
  private static final int LEAST_PHONEMES = 4;

  private static final Detection UNMARKED = new Detection(0, 1, 0, 10);

  private final SpeechModel model;
  private final EnglishFrontEnd frontEnd = new EnglishFrontEnd(TextSettings.DEFAULT);
  private final Random random = new Random(19);
  private final Recordings recordings;

  private MeasureConsent(SpeechModel model, Recordings recordings) {
    this.model = model;
    this.recordings = recordings;
  }

  public static void main(String[] args) throws Exception {
    Path pack = Path.of(args[0]);
    int most = args.length > 3 ? Integer.parseInt(args[3]) : 8;
    if (args[2].equals("synthetic")) {
      synthetic(pack, List.of(args[1].split(",")), most);
      return;
    }
    if (args[2].equals("marked")) {
      marked(List.of(args[1].split(",")));
      return;
    }
    RuntimeSettings runtime = new RuntimeSettings(Device.CPU, 1, Path.of("target", "natives"));
    try (SpeechModel model = ModelPack.open(pack).load(runtime);
        Recordings recordings = new Recordings(Path.of(args[1]))) {
      new MeasureConsent(model, recordings).measure(args[2], most, args.length < 5);
    }
  }

  /** Spoken sentences of folders: whether their watermark is enough to refuse them. */
  private static void marked(List<String> folders) throws Exception {
    int count = 0;
    int passing = 0;
    double lowest = Double.POSITIVE_INFINITY;
    for (String folder : folders) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(Path.of(folder), "*.wav")) {
        for (Path file : files) {
          Detection found = WatermarkDetector.detect(Watermarker.embed(AudioFiles.read(file)));
          count++;
          passing += found.verdict() == Detection.Verdict.UNMARKED ? 1 : 0;
          lowest = Math.min(lowest, found.score());
        }
      }
    }
    System.out.printf(
        Locale.ROOT, "marked: %d of %d pass, lowest score %.1f%n", passing, count, lowest);
  }

  /** Drawn sentences, spoken in voices and watermarked as every file is. */
  private static void synthetic(Path folder, List<String> clips, int tries) throws Exception {
    Random random = new Random(19);
    int accepted = 0;
    int unmarked = 0;
    double lowest = Double.POSITIVE_INFINITY;
    try (PackLease pack = Packs.lease(folder)) {
      for (int i = 0; i < tries; i++) {
        Audio clip = AudioFiles.read(Path.of(clips.get(i % clips.size())));
        ConsentSentence asked =
            ConsentSentence.draw("Linda", LocalDate.of(2026, 1 + i % 12, 1 + i % 28), random);
        SpeechRequest request =
            SpeechRequest.of(asked.text(), VoiceSource.of(List.of(clip)))
                .with(SpeechOptions.NONE.with(Knob.SEED, i));
        Audio said = Watermarker.embed(pack.speak(request, Cancellation.NEVER).audio());
        HeardConsent heard = pack.hearConsent(asked, said, List.of(clip), TextSettings.DEFAULT);
        HeardConsent withoutMark =
            new HeardConsent(
                heard.words(), heard.share(), heard.likeness(), heard.leastLikeness(), UNMARKED);
        accepted += heard.refusal().isEmpty() ? 1 : 0;
        unmarked += withoutMark.refusal().isEmpty() ? 1 : 0;
        lowest = Math.min(lowest, heard.watermark().score());
      }
    }
    System.out.printf(
        Locale.ROOT,
        "synthetic: %d of %d accepted, lowest score of the watermark %.1f; %d if it were not looked"
            + " for%n",
        accepted,
        tries,
        lowest,
        unmarked);
  }

  /** A recording, and what it is asked to say. */
  private record Trial(Audio audio, List<Word> words, List<Integer> drawable) {}

  private void measure(String group, int most, boolean withWords) throws SpeechException {
    Map<String, List<Recordings.Clip>> readers = readers(group, most);
    List<Trial> trials = new ArrayList<>();
    Scores voices = new Scores();
    Map<String, float[]> embeddings = new TreeMap<>();
    for (var reader : readers.entrySet()) {
      List<Audio> clips =
          reader.getValue().stream().limit(VOICE_CLIPS).map(recordings::audio).toList();
      embeddings.put(reader.getKey(), ConsentListener.embedding(model, clips).orElseThrow());
    }
    int marked = 0;
    for (var reader : readers.entrySet()) {
      List<Recordings.Clip> rest = reader.getValue().stream().skip(VOICE_CLIPS).toList();
      for (Audio said : joined(rest)) {
        float[] heard = Similarity.embedding(model, said).orElseThrow();
        embeddings.forEach(
            (other, voice) ->
                voices.add(other.equals(reader.getKey()), Similarity.cosine(heard, voice)));
      }
      for (Recordings.Clip clip : rest) {
        Audio audio = recordings.audio(clip);
        trial(clip, audio).ifPresent(trials::add);
        marked += WatermarkDetector.detect(audio).verdict() == Detection.Verdict.UNMARKED ? 0 : 1;
      }
    }
    System.out.printf(
        "%s: %d readers, %d recordings with four words to draw, %d taken for synthetic%n",
        group, readers.size(), trials.size(), marked);
    voices.print("voice", model.format().likeness().consent());
    voices.print("protected voices", model.format().likeness().listed());
    if (withWords) {
      words(trials);
    }
  }

  /** Recordings about as long as the sentence, from as many clips as that takes. */
  private List<Audio> joined(List<Recordings.Clip> clips) {
    List<Audio> joined = new ArrayList<>();
    float[] samples = {};
    for (Recordings.Clip clip : clips) {
      float[] more = recordings.audio(clip).samples();
      samples = Arrays.copyOf(samples, samples.length + more.length);
      System.arraycopy(more, 0, samples, samples.length - more.length, more.length);
      if (samples.length >= SENTENCE_SECONDS * Recordings.RATE) {
        joined.add(new Audio(samples, Recordings.RATE));
        samples = new float[0];
      }
    }
    return joined;
  }

  private Map<String, List<Recordings.Clip>> readers(String group, int most) {
    Map<String, List<Recordings.Clip>> readers =
        recordings.clips().stream()
            .filter(clip -> group.equals(clip.split()) || clip.corpus().startsWith(group))
            .filter(clip -> !clip.text().isBlank() && !clip.speaker().startsWith("lone-"))
            .filter(clip -> clip.length() >= LEAST_SECONDS * Recordings.RATE)
            .collect(
                Collectors.groupingBy(
                    Recordings.Clip::speaker,
                    TreeMap::new,
                    Collectors.toCollection(ArrayList::new)));
    readers.values().removeIf(clips -> clips.size() <= VOICE_CLIPS);
    readers.values().forEach(clips -> Collections.shuffle(clips, random));
    readers.replaceAll((_, clips) -> clips.subList(0, Math.min(most, clips.size())));
    return readers;
  }

  private Optional<Trial> trial(Recordings.Clip clip, Audio audio) {
    List<Word> words = words(clip.text());
    List<Integer> drawable =
        IntStream.range(0, words.size())
            .filter(i -> words.get(i).phonemes().size() >= LEAST_PHONEMES)
            .boxed()
            .collect(Collectors.toCollection(ArrayList::new));
    if (drawable.size() < ConsentSentence.DRAWN) {
      return Optional.empty();
    }
    Collections.shuffle(drawable, random);
    return Optional.of(
        new Trial(
            audio, words, drawable.subList(0, ConsentSentence.DRAWN).stream().sorted().toList()));
  }

  private List<Word> words(String text) {
    return frontEnd.sentences(text).flatMap(s -> s.words().stream()).toList();
  }

  private void words(List<Trial> trials) throws SpeechException {
    Scores replaced = new Scores();
    Scores strange = new Scores();
    int right = 0;
    int wrong = 0;
    int other = 0;
    for (Trial trial : trials) {
      Heard genuine = heard(trial.audio(), trial.words(), trial.drawable());
      Heard four = heard(trial.audio(), replaced(trial), trial.drawable());
      Trial another = stranger(trials, trial);
      Heard foreign = heard(trial.audio(), another.words(), another.drawable());
      replaced.add(true, genuine.drawn());
      replaced.add(false, four.drawn());
      strange.add(true, genuine.drawn());
      strange.add(false, foreign.drawn());
      right += genuine.isAccepted() ? 1 : 0;
      wrong += four.isAccepted() ? 1 : 0;
      other += foreign.isAccepted() ? 1 : 0;
    }
    replaced.print("four words replaced", HeardConsent.LEAST_WORDS);
    strange.print("another sentence", HeardConsent.LEAST_WORDS);
    System.out.printf(
        Locale.ROOT,
        "accepted for their words, of %d each: the right ones %d, four replaced %d, another"
            + " sentence %d%n",
        trials.size(),
        right,
        wrong,
        other);
  }

  /** How the drawn words were heard, and what share of all. */
  private record Heard(double drawn, double share) {
    boolean isAccepted() {
      return drawn >= HeardConsent.LEAST_WORDS && share >= HeardConsent.LEAST_SHARE;
    }
  }

  private Heard heard(Audio audio, List<Word> words, List<Integer> drawn) throws SpeechException {
    ReadingAligner.Aligned aligned =
        new ReadingAligner(model)
            .align(List.of(new ReadingAligner.Reading(audio, words)), Cancellation.NEVER)
            .getFirst();
    double mean = drawn.stream().mapToDouble(i -> aligned.scores()[i]).average().orElseThrow();
    return new Heard(mean, aligned.heard());
  }

  /** The same sentence with four other words. */
  private List<Word> replaced(Trial trial) {
    List<Word> words = new ArrayList<>(trial.words());
    List<String> vocabulary = new ArrayList<>(ConsentSentence.vocabulary());
    Collections.shuffle(vocabulary, random);
    for (int i = 0; i < ConsentSentence.DRAWN; i++) {
      words.set(trial.drawable().get(i), words(vocabulary.get(i)).getFirst());
    }
    return words;
  }

  /** Another sentence of about as many words. */
  private Trial stranger(List<Trial> trials, Trial trial) {
    List<Trial> others = new ArrayList<>(trials);
    Collections.shuffle(others, random);
    return others.stream()
        .filter(other -> !other.words().equals(trial.words()))
        .min(
            Comparator.comparingInt(other -> Math.abs(other.words().size() - trial.words().size())))
        .orElseThrow();
  }

  /** Scores of those that are to be accepted and of those that are not. */
  private static final class Scores {
    private final List<Double> genuine = new ArrayList<>();
    private final List<Double> foreign = new ArrayList<>();

    void add(boolean isGenuine, double score) {
      (isGenuine ? genuine : foreign).add(score);
    }

    void print(String what, double limit) {
      Collections.sort(genuine);
      Collections.sort(foreign);
      double eer = 1;
      double at = 0;
      // Between two genuine scores the higher one is the best threshold.
      for (double threshold : genuine) {
        double worse = Math.max(refused(threshold), accepted(threshold));
        if (worse < eer) {
          eer = worse;
          at = threshold;
        }
      }
      System.out.printf(
          Locale.ROOT,
          "%s: %d genuine, %d foreign, equal error rate %.1f %% at %.2f; at %.2f %.1f %% refused,"
              + " %.2f %% accepted%n",
          what,
          genuine.size(),
          foreign.size(),
          100 * eer,
          at,
          limit,
          100 * refused(limit),
          100 * accepted(limit));
      StringBuilder line = new StringBuilder("   ");
      for (double share : new double[] {0.01, 0.02, 0.05, 0.1}) {
        double threshold = genuine.get((int) (share * genuine.size()));
        line.append(
            String.format(
                Locale.ROOT,
                " refused %.0f %%: accepted %.2f %% (%.2f);",
                100 * share,
                100 * accepted(threshold),
                threshold));
      }
      System.out.println(line);
    }

    private double refused(double threshold) {
      return genuine.stream().filter(score -> score < threshold).count()
          / (double) Math.max(1, genuine.size());
    }

    private double accepted(double threshold) {
      return foreign.stream().filter(score -> score >= threshold).count()
          / (double) Math.max(1, foreign.size());
    }
  }
}
