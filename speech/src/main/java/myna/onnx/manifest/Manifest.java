package myna.onnx.manifest;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A pack's manifest.json, one component per key. What a model is told to be stands here alone.
 *
 * @param formatVersion of this file
 * @param name of the pack, which is its folder's name as well
 * @param version of the pack
 * @param licence of the weights, an SPDX identifier
 * @param languages that it speaks, BCP 47
 * @param training what it learned from
 * @param audio its signals
 * @param codec its tokens
 * @param decoder how it is fed piece by piece
 * @param generator its widths
 * @param symbols phoneme symbols by id; the first is silence
 * @param letters that the grapheme-to-phoneme model reads, by id; null where the pack has none
 * @param silence around every utterance
 * @param rhythm how the rhythm of references is measured
 * @param sampling default settings
 * @param graphs role to file and tensor names
 * @param codebooks file of the code vectors, fp16 [D][V][d]
 * @param components file of the mixture's bases, fp16 [K][d][r]
 * @param metrics measured quality, by name
 * @param files all files but this one, the model card and the golden tensors
 */
public record Manifest(
    int formatVersion,
    String name,
    String version,
    String licence,
    List<String> languages,
    Training training,
    Signal audio,
    Tokens codec,
    Decoder decoder,
    Widths generator,
    List<String> symbols,
    String letters,
    Silence silence,
    Rhythm rhythm,
    Hearing hearing,
    Likeness likeness,
    Sampling sampling,
    Map<String, GraphFile> graphs,
    String codebooks,
    String components,
    Map<String, Double> metrics,
    Map<String, PackFile> files) {
  /** The format that this version reads. */
  public static final int FORMAT_VERSION = 2;

  /** Only {@code letters} may be null. */
  public Manifest {
    require("name", name);
    require("version", version);
    require("licence", licence);
    require("languages", languages);
    require("training", training);
    require("audio", audio);
    require("codec", codec);
    require("decoder", decoder);
    require("generator", generator);
    require("symbols", symbols);
    require("silence", silence);
    require("rhythm", rhythm);
    require("sampling", sampling);
    require("graphs", graphs);
    require("codebooks", codebooks);
    require("components", components);
    require("metrics", metrics);
    require("files", files);
  }

  /**
   * What the weights learned from.
   *
   * @param hours in all
   * @param corpora by name
   */
  public record Training(double hours, List<Corpus> corpora) {
    /** Checks for nulls. */
    public Training {
      require("training.corpora", corpora);
    }
  }

  /**
   * A corpus of speech.
   *
   * @param name as its makers call it
   * @param hours used of it
   * @param licence of it
   */
  public record Corpus(String name, double hours, String licence) {
    /** Checks for nulls. */
    public Corpus {
      require("training.corpora.name", name);
      require("training.corpora.licence", licence);
    }
  }

  /**
   * The model's signals.
   *
   * @param sampleRate of references and tokens: samples per second that the codec takes in
   * @param outputRate of speech: samples per second that the decoder gives
   * @param hop samples per frame at {@code sampleRate}
   * @param frameRate frames per second, sampleRate / hop
   * @param level of active speech in references, RMS in dB of full scale
   * @param referenceSeconds length that references are cut to
   * @param referenceDither white noise added to references, RMS in dB of full scale; negative
   *     infinity where the key is missing
   */
  public record Signal(
      int sampleRate,
      int outputRate,
      int hop,
      double frameRate,
      double level,
      double referenceSeconds,
      double referenceDither) {}

  /**
   * The codec's tokens.
   *
   * @param depth D
   * @param codebookSize V
   * @param latentWidth d
   */
  public record Tokens(int depth, int codebookSize, int latentWidth) {}

  /**
   * The codec's decoder.
   *
   * @param contextFrames frames on either side that a frame's samples depend on
   * @param phasesPerFrame equal parts of a frame that it tells and takes up pitch periods by
   */
  public record Decoder(int contextFrames, int phasesPerFrame) {}

  /**
   * The generator's shapes.
   *
   * @param components K
   * @param rank r
   * @param layers with keys and values of the reference
   * @param keyWidth C
   * @param textWidth H
   * @param styleWidth S
   */
  public record Widths(
      int components, int rank, int layers, int keyWidth, int textWidth, int styleWidth) {}

  /**
   * Silence around every utterance.
   *
   * @param edgeFrames frames at each end
   */
  public record Silence(int edgeFrames) {}

  /**
   * How the rhythm of references is measured, as it comes out on clips of training.
   *
   * @param paceBias spoken over predicted length of phonemes, where the mean pace is 1
   * @param heardShare share of the spoken phonemes that the aligner hears
   */
  public record Rhythm(double paceBias, double heardShare) {}

  /**
   * What of the aligner's scores counts as not understood; see {@link myna.speech.Ear}.
   *
   * @param word score below which a word is garbled
   * @param sentence mean score below which all of it is
   */
  public record Hearing(double word, double sentence) {}

  /**
   * Cosines between embeddings of voices from which on they count as one; see {@link
   * myna.speech.ModelFormat.Likeness}.
   *
   * @param consent of a recording and a voice's clips
   * @param listed of a new voice and one that is protected
   * @param reader of two groups of readings
   */
  public record Likeness(double consent, double listed, double reader) {}

  /**
   * The default settings; see {@link myna.resgen.SamplingSettings} for what they mean.
   *
   * @param guided share of the steps that are guided, the last ones; null, or left out, for all
   */
  public record Sampling(
      int steps,
      String schedule,
      double guidance,
      double temperature,
      double topP,
      double gumbel,
      double spread,
      Double guided) {
    /** Checks for nulls. */
    public Sampling {
      require("sampling.schedule", schedule);
    }
  }

  /**
   * A graph.
   *
   * @param file in the pack
   * @param inputs what we call a tensor to what the file calls it; {@code {layer}} in the latter
   *     stands for the numbers of the generator's layers, each of which has a tensor of its own
   * @param outputs likewise
   */
  public record GraphFile(String file, Map<String, String> inputs, Map<String, String> outputs) {
    /** Checks for nulls. */
    public GraphFile {
      require("graphs.file", file);
      require("graphs.inputs", inputs);
      require("graphs.outputs", outputs);
    }
  }

  /**
   * A file of the pack.
   *
   * @param bytes its size
   * @param sha256 its sum, in lower-case hex
   */
  public record PackFile(long bytes, String sha256) {
    /** Checks for nulls. */
    public PackFile {
      require("files.sha256", sha256);
    }
  }

  private static void require(String key, Object value) {
    Objects.requireNonNull(value, () -> "'" + key + "' is null");
  }
}
