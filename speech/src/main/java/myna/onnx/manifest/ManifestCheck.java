package myna.onnx.manifest;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import myna.onnx.PackException;
import myna.resgen.SamplingSettings;
import myna.resgen.Schedule;

/** Tells whether the parts of a manifest go together. */
public final class ManifestCheck {
  private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");
  private static final Pattern PACK_NAME = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
  private static final Pattern SHA_256 = Pattern.compile("[0-9a-f]{64}");

  private final Manifest manifest;

  private ManifestCheck(Manifest manifest) {
    this.manifest = manifest;
  }

  /**
   * Checks a manifest.
   *
   * @throws PackException if its parts contradict each other
   */
  public static void check(Manifest manifest) throws PackException {
    ManifestCheck check = new ManifestCheck(manifest);
    check.names();
    check.numbers();
    check.symbols();
    check.sampling();
    check.graphs();
    check.decoder();
    check.files();
  }

  /** The manifest's default settings. */
  public static SamplingSettings settings(Manifest.Sampling sampling) {
    return new SamplingSettings(
        sampling.steps(),
        Schedule.parse(sampling.schedule()),
        new SamplingSettings.Guide(
            sampling.guidance(), sampling.guided() == null ? 1 : sampling.guided()),
        new SamplingSettings.Draw(sampling.topP(), sampling.temperature()),
        new SamplingSettings.Unmasking(sampling.gumbel(), sampling.spread()));
  }

  private void names() throws PackException {
    require(PACK_NAME.matcher(manifest.name()).matches(), "'name' is no name of a pack");
    require(!manifest.version().isBlank(), "'version' is empty");
    require(!manifest.licence().isBlank(), "'licence' is empty");
    require(!manifest.languages().isEmpty(), "'languages' is empty");
  }

  private void numbers() throws PackException {
    Manifest.Signal audio = manifest.audio();
    requirePositive("audio", audio.sampleRate(), audio.outputRate(), audio.hop());
    require(
        (long) audio.hop() * audio.outputRate() % audio.sampleRate() == 0,
        "'audio.outputRate' gives a frame no whole number of samples");
    double rate = (double) audio.sampleRate() / audio.hop();
    require(
        Math.abs(audio.frameRate() - rate) < 1e-6 * rate,
        "'audio.frameRate' is not sampleRate / hop, which is " + rate);
    require(audio.referenceSeconds() > 0, "'audio.referenceSeconds' must be positive");
    require(audio.level() < 0, "'audio.level' must be negative");
    require(
        audio.referenceDither() < audio.level(),
        "'audio.referenceDither' must be lower than 'audio.level'");
    Manifest.Tokens codec = manifest.codec();
    requirePositive("codec", codec.depth(), codec.codebookSize(), codec.latentWidth());
    requirePositive(
        "decoder", manifest.decoder().contextFrames(), manifest.decoder().phasesPerFrame());
    Manifest.Widths widths = manifest.generator();
    requirePositive(
        "generator",
        widths.components(),
        widths.rank(),
        widths.layers(),
        widths.keyWidth(),
        widths.textWidth(),
        widths.styleWidth());
    require(manifest.silence().edgeFrames() >= 1, "'silence.edgeFrames' must be at least 1");
    Manifest.Rhythm rhythm = manifest.rhythm();
    require(rhythm.paceBias() > 0, "'rhythm.paceBias' must be positive");
    require(
        rhythm.heardShare() > 0 && rhythm.heardShare() <= 1,
        "'rhythm.heardShare' must be above 0 and at most 1");
    Manifest.Hearing hearing = manifest.hearing();
    require(
        hearing.word() < 0 && hearing.sentence() < 0,
        "'hearing.word' and 'hearing.sentence' must be negative");
    Manifest.Likeness likeness = manifest.likeness();
    require(
        DoubleStream.of(likeness.consent(), likeness.listed(), likeness.reader())
            .allMatch(limit -> limit > 0 && limit < 1),
        "'likeness' holds a limit that is not between 0 and 1");
  }

  private void requirePositive(String key, int... values) throws PackException {
    require(Arrays.stream(values).allMatch(v -> v > 0), "'" + key + "' holds a number below 1");
  }

  private void symbols() throws PackException {
    require(manifest.symbols().size() >= 2, "'symbols' holds too few symbols");
    require(
        new HashSet<>(manifest.symbols()).size() == manifest.symbols().size(),
        "'symbols' holds a symbol twice");
    boolean g2p = manifest.graphs().containsKey(Role.G2P.key);
    require(g2p == (manifest.letters() != null), "'letters' must go with a graph 'g2p'");
  }

  private void sampling() throws PackException {
    try {
      settings(manifest.sampling());
    } catch (IllegalArgumentException e) {
      throw ManifestReader.bad("'sampling': " + e.getMessage(), e);
    }
  }

  private void graphs() throws PackException {
    Set<String> known = Arrays.stream(Role.values()).map(r -> r.key).collect(Collectors.toSet());
    for (String key : new TreeSet<>(manifest.graphs().keySet())) {
      require(known.contains(key), "unknown key 'graphs." + key + "'");
    }
    for (Role role : Role.values()) {
      Manifest.GraphFile graph = manifest.graphs().get(role.key);
      require(graph != null || !role.required, "missing key 'graphs." + role.key + "'");
      if (graph != null) {
        Set<String> inputs = new HashSet<>(graph.inputs().keySet());
        inputs.addAll(role.optionalInputs());
        sameKeys("graphs." + role.key + ".inputs", role.inputs(), inputs);
        Set<String> outputs = new HashSet<>(graph.outputs().keySet());
        outputs.addAll(role.optionalOutputs());
        sameKeys("graphs." + role.key + ".outputs", role.outputs(), outputs);
      }
    }
  }

  /** A decoder with a source needs all that lets it go on where it stopped. */
  private void decoder() throws PackException {
    Manifest.GraphFile decoder = manifest.graphs().get(Role.CODEC_DECODER.key);
    boolean source = decoder.outputs().containsKey("turns");
    for (String input : List.of("turn", "anchor")) {
      require(
          decoder.inputs().containsKey(input) == source,
          "'graphs.codec-decoder': input '" + input + "' must go with the output 'turns'");
    }
  }

  private void files() throws PackException {
    Set<String> used = new HashSet<>(Set.of(manifest.codebooks(), manifest.components()));
    manifest.graphs().values().forEach(graph -> used.add(graph.file()));
    sameKeys("files", used, manifest.files().keySet());
    for (var file : manifest.files().entrySet()) {
      require(
          PLAIN_NAME.matcher(file.getKey()).matches(),
          "'files' holds '" + file.getKey() + "', which is no plain file name");
      require(
          SHA_256.matcher(file.getValue().sha256()).matches(),
          "'files." + file.getKey() + ".sha256' is no SHA-256");
    }
  }

  private void sameKeys(String where, Set<String> expected, Set<String> found)
      throws PackException {
    for (String key : new TreeSet<>(expected)) {
      require(found.contains(key), "missing key '" + where + "." + key + "'");
    }
    for (String key : new TreeSet<>(found)) {
      require(expected.contains(key), "unknown key '" + where + "." + key + "'");
    }
  }

  private static void require(boolean holds, String otherwise) throws PackException {
    if (!holds) {
      throw ManifestReader.bad(otherwise, null);
    }
  }
}
