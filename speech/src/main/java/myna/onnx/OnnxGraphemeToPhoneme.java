package myna.onnx;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import myna.codec.NetworkException;
import myna.text.GraphemeToPhoneme;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The pack's letter-to-sound network. It is loaded when the first unknown word comes; if that
 * fails, it says so once in the log and has no answer from then on, so that the rules of the text
 * house step in.
 */
public final class OnnxGraphemeToPhoneme implements GraphemeToPhoneme, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(OnnxGraphemeToPhoneme.class);

  /** Makes the graph, at the first use. */
  @FunctionalInterface
  interface Opener {
    Graph open() throws PackException;
  }

  private final Opener opener;
  private final String letters;
  private final PhonemeDecoder decoder;
  private final Lock lock = new ReentrantLock();
  private Graph graph;
  private boolean failed;

  /** The network that reads {@code letters}; a letter's id is its place among them. */
  OnnxGraphemeToPhoneme(Manifest manifest, String letters, Opener opener) {
    this.opener = opener;
    this.letters = letters;
    decoder = new PhonemeDecoder(manifest.symbols());
  }

  /**
   * The network of a pack by itself, without the rest of the model; empty if the pack has none. The
   * file is checked and the runtime started at the first unknown word.
   */
  public static Optional<OnnxGraphemeToPhoneme> of(ModelPack pack, RuntimeSettings settings) {
    Manifest manifest = pack.manifest();
    Manifest.GraphFile file = manifest.graphs().get(Role.G2P.key);
    if (file == null) {
      return Optional.empty();
    }
    Opener opener =
        () -> {
          String name = file.file();
          Checksums.check(pack.folder(), Map.of(name, manifest.files().get(name)));
          return new Graph(OnnxRuntime.start(settings), pack.folder(), file);
        };
    return Optional.of(new OnnxGraphemeToPhoneme(manifest, manifest.letters(), opener));
  }

  @Override
  public List<String> phonemes(String word) {
    int[] ids = new int[word.length()];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = letters.indexOf(word.charAt(i));
      if (ids[i] < 0) {
        return List.of();
      }
    }
    Graph open = ids.length == 0 ? null : graph();
    return open == null ? List.of() : evaluate(open, ids);
  }

  private List<String> evaluate(Graph open, int[] ids) {
    try (OnnxTensor in = Tensors.of(open.environment(), ids, 1, ids.length);
        OrtSession.Result result = open.run(open.inputs(Map.of("letters", in)), Map.of())) {
      return decoder.decode(open.array(result, "log_probs"));
    } catch (OrtException e) {
      giveUp(open.failed(e));
    } catch (NetworkException e) {
      giveUp(e);
    }
    return List.of();
  }

  private Graph graph() {
    lock.lock();
    try {
      if (graph == null && !failed) {
        graph = opener.open();
      }
      return failed ? null : graph;
    } catch (PackException e) {
      giveUp(e);
      return null;
    } finally {
      lock.unlock();
    }
  }

  private void giveUp(Exception failure) {
    lock.lock();
    try {
      if (!failed) {
        LOG.warn("unknown words are said by rule: {}", failure.getMessage());
      }
      failed = true;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      if (graph != null) {
        graph.close();
      }
    } finally {
      lock.unlock();
    }
  }
}
