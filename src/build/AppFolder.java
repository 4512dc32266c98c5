import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * Fills the folder that a package of the program is made of: every library without the native parts
 * of other systems, and the native parts of this one unpacked beside them, so that nothing is
 * unpacked when the program runs.
 *
 * <p>Run as a source file: {@code AppFolder PLATFORM FOLDER JAR...}. Writes {@code FOLDER/*.jar},
 * {@code FOLDER/natives} and {@code FOLDER/licences/LIBRARY}. The same input gives the same files.
 */
final class AppFolder {
  /** Folders inside of libraries that hold native parts, by platform. */
  private static final Map<String, List<String>> NATIVE_FOLDERS =
      Map.of(
          "linux-x86_64",
          List.of("linux-x64/", "linux-x86_64/", "Linux/x86_64/"),
          "linux-arm64",
          List.of("linux-aarch64/", "linux-arm64/", "Linux/aarch64/", "Linux/arm64/"),
          "windows-x86_64",
          List.of("win-x64/", "windows-x86_64/", "Windows/x86_64/"),
          "macosx-arm64",
          List.of("osx-aarch64/", "macosx-arm64/", "Mac/aarch64/", "Mac/arm64/"));

  private static final Pattern NATIVE =
      Pattern.compile(".*\\.(so(\\.\\d+)*|dll|dylib|jnilib)", Pattern.CASE_INSENSITIVE);

  /** What libraries hold besides classes and resources: native parts, debug symbols, tools. */
  private static final Pattern OTHERS =
      Pattern.compile(
          "ai/onnxruntime/native/.*"
              + "|org/bytedeco/\\w+/(linux|macosx|windows|android|ios)-\\w+/.*"
              + "|META-INF/native-image/.*|META-INF/versions/\\d+/org/sqlite/nativeimage/.*");

  /** Parts of FFmpeg and the runtime that nothing here calls. */
  private static final Pattern UNUSED =
      Pattern.compile("(lib)?(jni)?(avdevice|avfilter|swscale)[-.\\d].*|.*tensorrt.*");

  private static final Pattern LICENCE =
      Pattern.compile(
          "(.*/)?([^/]*(licen[cs]e|notice|copying)[^/]*)(?<!\\.class)", Pattern.CASE_INSENSITIVE);

  private final List<String> folders;
  private final Path output;
  private final Set<String> natives = new TreeSet<>();

  private AppFolder(List<String> folders, Path output) {
    this.folders = folders;
    this.output = output;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 3 || !NATIVE_FOLDERS.containsKey(arguments[0])) {
      System.err.println(
          "usage: AppFolder " + new TreeSet<>(NATIVE_FOLDERS.keySet()) + " FOLDER JAR...");
      System.exit(2);
    }
    AppFolder run = new AppFolder(NATIVE_FOLDERS.get(arguments[0]), Path.of(arguments[1]));
    Files.createDirectories(run.output.resolve("natives"));
    for (String jar : List.of(arguments).subList(2, arguments.length)) {
      run.take(Path.of(jar));
    }
    System.out.println(run.natives.size() + " native libraries: " + String.join(" ", run.natives));
  }

  private void take(Path jar) throws IOException {
    List<ZipEntry> kept = new ArrayList<>();
    try (ZipFile from = new ZipFile(jar.toFile())) {
      for (ZipEntry entry : from.stream().filter(entry -> !entry.isDirectory()).toList()) {
        String name = entry.getName();
        if (LICENCE.matcher(name).matches()) {
          unpack(from, entry, output.resolve("licences").resolve(library(jar)));
        }
        if (NATIVE.matcher(name).matches() || OTHERS.matcher(name).matches()) {
          takeNative(from, entry);
        } else {
          kept.add(entry);
        }
      }
      if (kept.stream().anyMatch(entry -> !entry.getName().startsWith("META-INF/"))) {
        copy(from, kept, output.resolve(jar.getFileName()));
      }
    }
  }

  /** A library's name without version and platform. */
  private static String library(Path jar) {
    return jar.getFileName().toString().replaceFirst("-\\d.*", "");
  }

  private void takeNative(ZipFile from, ZipEntry entry) throws IOException {
    String name = entry.getName();
    String file = name.substring(name.lastIndexOf('/') + 1);
    boolean ours = !name.contains("/") || folders.stream().anyMatch(f -> name.endsWith(f + file));
    if (ours && NATIVE.matcher(file).matches() && !UNUSED.matcher(file).matches()) {
      unpack(from, entry, output.resolve("natives"));
      natives.add(file);
    }
  }

  private static void unpack(ZipFile from, ZipEntry entry, Path folder) throws IOException {
    String name = entry.getName();
    Path to = folder.resolve(name.substring(name.lastIndexOf('/') + 1));
    Files.createDirectories(folder);
    try (OutputStream out = Files.newOutputStream(to)) {
      from.getInputStream(entry).transferTo(out);
    }
    Files.setLastModifiedTime(to, entry.getLastModifiedTime());
  }

  private static void copy(ZipFile from, List<ZipEntry> entries, Path to) throws IOException {
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(to))) {
      out.setLevel(9);
      for (ZipEntry entry : entries) {
        ZipEntry copy = new ZipEntry(entry.getName());
        copy.setTimeLocal(entry.getTimeLocal());
        out.putNextEntry(copy);
        from.getInputStream(entry).transferTo(out);
        out.closeEntry();
      }
    }
  }
}
