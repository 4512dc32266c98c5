package myna.onnx.manifest;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import myna.onnx.PackException;
import myna.onnx.PackException.Reason;
import tools.jackson.core.JacksonException;

/**
 * Reads manifests strictly: a key that is missing, unknown or given twice is an error that names
 * it.
 */
public final class ManifestReader {
  private static final String FILE = "manifest.json";
  private static final String VERSION = "formatVersion";

  /** Of packs that do not say it, measured with the aligner of en-small 0.5.0. */
  private static final Manifest.Hearing USUAL_HEARING = new Manifest.Hearing(-4, -1.3);

  /** Of the voice embedding that packs had when their manifests did not say it. */
  private static final Manifest.Likeness EARLY_LIKENESS = new Manifest.Likeness(0.35, 0.5, 0.3);

  private ManifestReader() {}

  /**
   * Reads a manifest; {@link ManifestCheck} then tells whether it makes sense.
   *
   * @param json the file's bytes
   * @throws PackException if it is not a manifest of a version that is known
   */
  public static Manifest read(byte[] json) throws PackException {
    Object root;
    try {
      root = JsonTree.read(new String(json, StandardCharsets.UTF_8));
    } catch (JacksonException e) {
      throw bad("no JSON: " + e.getOriginalMessage().lines().findFirst().orElse(""), e);
    }
    checkVersion(root);
    return Fields.whole("", root, ManifestReader::manifest);
  }

  /** The version first: the keys of another version are not worth a complaint. */
  private static void checkVersion(Object root) throws PackException {
    if (!(root instanceof Map<?, ?> map && map.containsKey(VERSION))) {
      throw bad("missing key '" + VERSION + "'", null);
    }
    if (!(map.get(VERSION) instanceof Long version && version == Manifest.FORMAT_VERSION)) {
      throw new PackException(
          Reason.VERSION,
          "%s: format version %s is not known to this version of Myna, which reads version %d"
              .formatted(FILE, map.get(VERSION), Manifest.FORMAT_VERSION));
    }
  }

  private static Manifest manifest(Fields in) throws PackException {
    return new Manifest(
        in.whole(VERSION),
        in.text("name"),
        in.text("version"),
        in.text("licence"),
        in.texts("languages"),
        in.object("training", ManifestReader::training),
        in.object("audio", ManifestReader::audio),
        in.object("codec", ManifestReader::codec),
        in.object(
            "decoder",
            decoder ->
                new Manifest.Decoder(
                    decoder.whole("contextFrames"), decoder.whole("phasesPerFrame"))),
        in.object("generator", ManifestReader::generator),
        in.texts("symbols"),
        in.textOrNull("letters"),
        in.object("silence", silence -> new Manifest.Silence(silence.whole("edgeFrames"))),
        in.object(
            "rhythm",
            rhythm -> new Manifest.Rhythm(rhythm.number("paceBias"), rhythm.number("heardShare"))),
        in.has("hearing") ? in.object("hearing", ManifestReader::hearing) : USUAL_HEARING,
        in.has("likeness") ? in.object("likeness", ManifestReader::likeness) : EARLY_LIKENESS,
        in.object("sampling", ManifestReader::sampling),
        in.objectsByKey("graphs", ManifestReader::graph),
        in.text("codebooks"),
        in.text("components"),
        in.numbersByKey("metrics"),
        in.objectsByKey("files", ManifestReader::file));
  }

  private static Manifest.Training training(Fields in) throws PackException {
    return new Manifest.Training(
        in.number("hours"),
        in.objects(
            "corpora",
            corpus ->
                new Manifest.Corpus(
                    corpus.text("name"), corpus.number("hours"), corpus.text("licence"))));
  }

  private static Manifest.Signal audio(Fields in) throws PackException {
    return new Manifest.Signal(
        in.whole("sampleRate"),
        in.whole("outputRate"),
        in.whole("hop"),
        in.number("frameRate"),
        in.number("level"),
        in.number("referenceSeconds"),
        in.has("referenceDither") ? in.number("referenceDither") : Double.NEGATIVE_INFINITY);
  }

  private static Manifest.Tokens codec(Fields in) throws PackException {
    return new Manifest.Tokens(
        in.whole("depth"), in.whole("codebookSize"), in.whole("latentWidth"));
  }

  private static Manifest.Widths generator(Fields in) throws PackException {
    return new Manifest.Widths(
        in.whole("components"),
        in.whole("rank"),
        in.whole("layers"),
        in.whole("keyWidth"),
        in.whole("textWidth"),
        in.whole("styleWidth"));
  }

  private static Manifest.Hearing hearing(Fields in) throws PackException {
    return new Manifest.Hearing(in.number("word"), in.number("sentence"));
  }

  private static Manifest.Likeness likeness(Fields in) throws PackException {
    return new Manifest.Likeness(in.number("consent"), in.number("listed"), in.number("reader"));
  }

  private static Manifest.Sampling sampling(Fields in) throws PackException {
    return new Manifest.Sampling(
        in.whole("steps"),
        in.text("schedule"),
        in.number("guidance"),
        in.number("temperature"),
        in.number("topP"),
        in.number("gumbel"),
        in.number("spread"),
        in.has("guided") ? in.numberOrNull("guided") : null);
  }

  private static Manifest.GraphFile graph(Fields in) throws PackException {
    return new Manifest.GraphFile(
        in.text("file"), in.textsByKey("inputs"), in.textsByKey("outputs"));
  }

  private static Manifest.PackFile file(Fields in) throws PackException {
    return new Manifest.PackFile(in.wholeLong("bytes"), in.text("sha256"));
  }

  static PackException bad(String what, Throwable cause) {
    return new PackException(Reason.MANIFEST, FILE + ": " + what, cause);
  }
}
