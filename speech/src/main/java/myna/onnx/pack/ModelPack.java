package myna.onnx.pack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import myna.onnx.PackException;
import myna.onnx.PackException.Reason;
import myna.onnx.RuntimeSettings;
import myna.onnx.manifest.Checksums;
import myna.onnx.manifest.Manifest;
import myna.onnx.manifest.ManifestCheck;
import myna.onnx.manifest.ManifestReader;
import myna.onnx.manifest.Role;
import myna.resgen.adapt.StepNetwork;
import myna.speech.ModelFormat;
import myna.speech.model.SpeechModel;

/**
 * A folder with a trained model whose every file is the one that its manifest describes.
 *
 * @param folder of the pack
 * @param manifest of the pack, checked
 */
public record ModelPack(Path folder, Manifest manifest) {
  /** The manifest's file name. */
  public static final String MANIFEST = "manifest.json";

  /**
   * Opens a pack: reads the manifest and checks the SHA-256 of every file.
   *
   * @throws PackException if it is not a whole pack of a known format
   */
  public static ModelPack open(Path folder) throws PackException {
    ModelPack pack = describe(folder);
    Checksums.check(folder, pack.manifest().files());
    return pack;
  }

  /**
   * Reads and checks the manifest alone.
   *
   * @throws PackException if there is none, or it makes no sense
   */
  public static ModelPack describe(Path folder) throws PackException {
    Manifest manifest = ManifestReader.read(bytes(folder));
    ManifestCheck.check(manifest);
    return new ModelPack(folder, manifest);
  }

  /** What is to be known of the model before it is loaded. */
  public ModelFormat format() {
    Manifest.Signal audio = manifest.audio();
    return new ModelFormat(
        manifest.name() + " " + manifest.version(),
        new ModelFormat.Signal(
            audio.sampleRate(),
            audio.outputRate(),
            audio.hop(),
            audio.level(),
            audio.referenceSeconds(),
            audio.referenceDither()),
        manifest.symbols(),
        new ModelFormat.Timing(
            manifest.silence().edgeFrames(),
            manifest.rhythm().paceBias(),
            new ModelFormat.Hearing(
                manifest.rhythm().heardShare(),
                manifest.hearing().word(),
                manifest.hearing().sentence())),
        new ModelFormat.Likeness(
            manifest.likeness().consent(),
            manifest.likeness().listed(),
            manifest.likeness().reader()),
        ManifestCheck.settings(manifest.sampling()));
  }

  /** Name, version and content: equal for packs that make equal sound. */
  public String identity() {
    StringBuilder hashes = new StringBuilder();
    new TreeMap<>(manifest.files())
        .forEach((name, file) -> hashes.append(name).append(file.sha256()));
    UUID content = UUID.nameUUIDFromBytes(hashes.toString().getBytes(StandardCharsets.UTF_8));
    return manifest.name() + " " + manifest.version() + " " + content;
  }

  /**
   * What decides on the embeddings of voices: equal for packs whose embeddings can be compared.
   *
   * @return empty where the pack has no speaker network
   */
  public Optional<String> speakerNetwork() {
    Manifest.GraphFile speaker = manifest.graphs().get(Role.SPEAKER.key);
    if (speaker == null) {
      return Optional.empty();
    }
    String encoder = manifest.graphs().get(Role.CODEC_ENCODER.key).file();
    String hashes =
        manifest.files().get(encoder).sha256() + manifest.files().get(speaker.file()).sha256();
    return Optional.of(UUID.nameUUIDFromBytes(hashes.getBytes(StandardCharsets.UTF_8)).toString());
  }

  private static byte[] bytes(Path folder) throws PackException {
    Path file = folder.resolve(MANIFEST);
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException | NotDirectoryException e) {
      throw new PackException(
          Reason.MISSING, folder + " is no model pack: it holds no " + MANIFEST, e);
    } catch (IOException e) {
      throw new PackException(Reason.FILES, "cannot read " + file + ": " + e.getMessage(), e);
    }
  }

  /**
   * Loads the model, which the caller closes.
   *
   * @throws PackException if the device is not there, or a file is no model
   */
  public SpeechModel load(RuntimeSettings settings) throws PackException {
    return OnnxSpeechModel.open(this, settings);
  }

  /**
   * Loads the training step, which the caller closes.
   *
   * @throws PackException if the pack has none
   */
  public StepNetwork step(RuntimeSettings settings) throws PackException {
    return OnnxStep.open(this, OnnxRuntime.start(settings));
  }
}
