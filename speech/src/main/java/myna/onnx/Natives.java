package myna.onnx;

import ai.onnxruntime.OrtEnvironment;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import myna.files.AtomicFile;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Unpacks the runtime's native libraries once and for all, instead of at every start, and only
 * those that are needed. Without a folder to write to, the runtime unpacks them itself into a
 * temporary one.
 */
final class Natives {
  private static final Logger LOG = LoggerFactory.getLogger(Natives.class);
  private static final String PROPERTY = "onnxruntime.native.path";
  private static final String[] CPU = {"onnxruntime", "onnxruntime4j_jni"};
  private static final String[] CUDA = {
    "onnxruntime_providers_shared", "onnxruntime_providers_cuda"
  };

  private Natives() {}

  /**
   * Makes the libraries ready, and tells the runtime where they are. Has an effect only before the
   * runtime is first used; a folder that the user named with the property stays.
   *
   * @param folder for the libraries of all versions
   * @param cuda whether those for CUDA are wanted
   */
  static void prepare(Path folder, boolean cuda) {
    if (System.getProperty(PROPERTY) != null && (!cuda || isNamed(CUDA[1]))) {
      return;
    }
    try {
      Path own = folder.resolve(platform() + "-" + stamp());
      Files.createDirectories(own);
      unpackAll(CPU, own);
      if (cuda) {
        unpackAll(CUDA, own);
      }
      if (System.getProperty(PROPERTY) == null) {
        System.setProperty(PROPERTY, own.toAbsolutePath().toString());
      }
    } catch (IOException e) {
      LOG.debug("the runtime unpacks its libraries itself", e);
    }
  }

  /** Whether the runtime was built with CUDA for this platform. */
  static boolean hasCuda() {
    return resource(CUDA[1]) != null || isNamed(CUDA[1]);
  }

  /** Whether a library lies in the folder that the property names, as in an installed Myna. */
  private static boolean isNamed(String library) {
    String folder = System.getProperty(PROPERTY);
    return folder != null && Files.exists(Path.of(folder, System.mapLibraryName(library)));
  }

  static boolean isWindows() {
    return os().equals("win");
  }

  private static void unpackAll(String[] libraries, Path folder) throws IOException {
    for (String library : libraries) {
      URL from = resource(library);
      if (from == null) {
        throw new IOException("no library " + library + " for " + platform());
      }
      unpack(from, folder.resolve(System.mapLibraryName(library)));
    }
  }

  private static void unpack(URL from, Path to) throws IOException {
    URLConnection connection = from.openConnection();
    if (Files.exists(to) && Files.size(to) == connection.getContentLengthLong()) {
      connection.getInputStream().close();
      return;
    }
    try (InputStream in = connection.getInputStream()) {
      AtomicFile.write(to, part -> Files.copy(in, part));
    }
  }

  /** Tells one version of the runtime from another: when its library was built, and its size. */
  private static String stamp() throws IOException {
    URL library = resource(CPU[0]);
    if (library == null) {
      throw new IOException("no runtime for " + platform());
    }
    URLConnection connection = library.openConnection();
    try (InputStream _ = connection.getInputStream()) {
      return Long.toHexString(connection.getLastModified() ^ connection.getContentLengthLong());
    }
  }

  private static URL resource(String library) {
    return OrtEnvironment.class.getResource(
        "/ai/onnxruntime/native/" + platform() + "/" + System.mapLibraryName(library));
  }

  private static String platform() {
    String machine = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
    boolean intel = machine.equals("amd64") || machine.equals("x86_64");
    return os() + "-" + (intel ? "x64" : machine);
  }

  private static String os() {
    String name = System.getProperty("os.name").toLowerCase(Locale.ROOT);
    return name.contains("mac") ? "osx" : name.contains("win") ? "win" : "linux";
  }
}
