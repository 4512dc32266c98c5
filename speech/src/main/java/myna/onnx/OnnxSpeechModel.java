package myna.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import myna.codec.Codebooks;
import myna.codec.Codec;
import myna.codec.Framing;
import myna.codec.NetworkException;
import myna.codec.ResidualQuantizer;
import myna.resgen.Components;
import myna.resgen.GeneratorNetwork;
import myna.resgen.Sampler;
import myna.resgen.adapt.AdaptedVoice;
import myna.speech.ModelFormat;
import myna.speech.SpeechModel;
import myna.speech.TextFeatures;
import myna.speech.VoiceFeatures;
import myna.text.GraphemeToPhoneme;

/** A pack at work: its graphs behind the interfaces of the synthesizer. */
final class OnnxSpeechModel implements SpeechModel {
  /** What every synthesis needs; the rest is loaded when it is first asked for. */
  private static final List<Role> AT_ONCE =
      List.of(
          Role.GENERATOR,
          Role.CODEC_DECODER,
          Role.CODEC_ENCODER,
          Role.REFERENCE_ENCODER,
          Role.TEXT_ENCODER,
          Role.ALIGNER);

  private final ModelPack pack;
  private final Manifest manifest;
  private final ModelFormat format;
  private final OnnxRuntime runtime;
  private final Map<Role, Graph> graphs = new EnumMap<>(Role.class);
  private final VoiceGraphs base;
  private final Map<AdaptedVoice, VoiceGraphs> adapted = new ConcurrentHashMap<>();
  private final OnnxCodecNetwork network;
  private final Codec codec;
  private final Sampler sampler;
  private final GraphemeToPhoneme letterToSound;

  private OnnxSpeechModel(ModelPack pack, OnnxRuntime runtime) throws PackException {
    this.pack = pack;
    manifest = pack.manifest();
    format = pack.format();
    this.runtime = runtime;
    for (Role role : Role.values()) {
      Manifest.GraphFile file = manifest.graphs().get(role.key);
      if (file != null) {
        graphs.put(role, new Graph(runtime, pack.folder(), file));
      }
    }
    base = new VoiceGraphs(manifest, runtime, graphs);
    Framing framing =
        new Framing(
            format.signal().hop(), format.signal().outputHop(), manifest.decoder().contextFrames());
    ResidualQuantizer quantizer = new ResidualQuantizer(codebooks(pack));
    network =
        new OnnxCodecNetwork(
            graphs.get(Role.CODEC_ENCODER),
            graphs.get(Role.CODEC_DECODER),
            manifest.codec().latentWidth(),
            manifest.decoder().phasesPerFrame(),
            framing);
    codec = new Codec(network, quantizer, framing);
    sampler = new Sampler(quantizer, components(pack));
    Graph g2p = graphs.get(Role.G2P);
    letterToSound =
        g2p == null
            ? word -> List.of()
            : new OnnxGraphemeToPhoneme(manifest, manifest.letters(), () -> g2p);
  }

  /** Loads what every synthesis needs, several graphs at a time. */
  static OnnxSpeechModel open(ModelPack pack, RuntimeSettings settings) throws PackException {
    OnnxRuntime runtime = OnnxRuntime.start(settings);
    OnnxSpeechModel model = new OnnxSpeechModel(pack, runtime);
    try {
      model.openGraphs();
      return model;
    } catch (PackException e) {
      model.close();
      throw e;
    }
  }

  private void openGraphs() throws PackException {
    List<CompletableFuture<Optional<PackException>>> opening =
        AT_ONCE.stream()
            .map(role -> CompletableFuture.supplyAsync(() -> tryOpen(graphs.get(role))))
            .toList();
    for (CompletableFuture<Optional<PackException>> graph : opening) {
      Optional<PackException> failure = graph.join();
      if (failure.isPresent()) {
        throw failure.get();
      }
    }
  }

  private static Optional<PackException> tryOpen(Graph graph) {
    try {
      graph.open();
      return Optional.empty();
    } catch (PackException e) {
      return Optional.of(e);
    }
  }

  private static Codebooks codebooks(ModelPack pack) throws PackException {
    Manifest.Tokens codec = pack.manifest().codec();
    int count = codec.depth() * codec.codebookSize() * codec.latentWidth();
    float[] vectors = HalfFloats.read(pack.folder().resolve(pack.manifest().codebooks()), count);
    return new Codebooks(vectors, codec.depth(), codec.codebookSize(), codec.latentWidth());
  }

  static Components components(ModelPack pack) throws PackException {
    Manifest.Widths widths = pack.manifest().generator();
    int width = pack.manifest().codec().latentWidth();
    int count = widths.components() * width * widths.rank();
    float[] bases = HalfFloats.read(pack.folder().resolve(pack.manifest().components()), count);
    return new Components(bases, widths.components(), width, widths.rank());
  }

  @Override
  public ModelFormat format() {
    return format;
  }

  @Override
  public Codec codec() {
    return codec;
  }

  @Override
  public Sampler sampler() {
    return sampler;
  }

  @Override
  public VoiceFeatures voice(float[] latents) {
    return base.voice(latents);
  }

  @Override
  public VoiceFeatures voice(float[] latents, AdaptedVoice adapted) {
    return graphs(adapted).voice(latents).withAdapted(adapted);
  }

  @Override
  public TextFeatures text(int[] symbols, VoiceFeatures voice) {
    return graphs(voice.adapted()).text(symbols, voice);
  }

  @Override
  public GeneratorNetwork generator(float[] text, VoiceFeatures voice, double guidance) {
    return graphs(voice.adapted()).generator(text, voice, guidance);
  }

  /** What speaks in a voice: made once for each that the pack is adapted to, and kept. */
  private VoiceGraphs graphs(AdaptedVoice voice) {
    return voice == null ? base : adapted.computeIfAbsent(voice, this::merged);
  }

  private VoiceGraphs merged(AdaptedVoice voice) {
    try {
      return VoiceGraphs.adapted(pack, runtime, voice);
    } catch (PackException e) {
      throw new NetworkException(e.getMessage(), e);
    }
  }

  @Override
  public float[] posteriors(float[] samples) {
    int hop = manifest.audio().hop();
    Graph graph = graphs.get(Role.ALIGNER);
    try (OnnxTensor in = Tensors.of(runtime.environment(), samples, 1, samples.length);
        OrtSession.Result result = graph.run(graph.inputs(Map.of("samples", in)), Map.of())) {
      int count = samples.length / hop * manifest.symbols().size();
      return graph.array(result, "log_probs", count);
    } catch (OrtException e) {
      throw graph.failed(e);
    }
  }

  @Override
  public Optional<float[]> speaker(float[] samples) {
    Graph graph = graphs.get(Role.SPEAKER);
    if (graph == null) {
      return Optional.empty();
    }
    float[] latents = network.encode(samples);
    int width = manifest.codec().latentWidth();
    try (OnnxTensor in =
            Tensors.of(runtime.environment(), latents, 1, latents.length / width, width);
        OrtSession.Result result = graph.run(graph.inputs(Map.of("latents", in)), Map.of())) {
      return Optional.of(graph.array(result, "embedding"));
    } catch (OrtException e) {
      throw graph.failed(e);
    }
  }

  @Override
  public GraphemeToPhoneme letterToSound() {
    return letterToSound;
  }

  @Override
  public String device() {
    return runtime.device().toString();
  }

  @Override
  public void close() {
    adapted.values().forEach(VoiceGraphs::close);
    graphs.values().forEach(Graph::close);
  }
}
