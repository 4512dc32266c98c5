package myna.server.dispatcher;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.files.AtomicFile;

/**
 * The module among a user's programs. Where speech-dispatcher looks for modules by itself, a
 * program in its folder is enough; where its configuration names them, Myna is named there, in
 * lines of its own, and everything else is kept.
 *
 * @param data the user's folder of data, beside which programs look for modules
 * @param config the user's folder of configuration
 * @param system the system's configuration, which counts where the user has none
 */
public record Installation(Path data, Path config, Path system) {
  private static final Pattern NAMES_MODULES =
      Pattern.compile("^\\s*AddModule\\b", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  private static final Pattern OWN_LINES =
      Pattern.compile("\\n?# Myna: begin\\n.*?# Myna: end\\n", Pattern.DOTALL);

  private static final String LINES =
      """

      # Myna: begin
      AddModule "myna" "sd_myna" "myna.conf"
      # Myna: end
      """;

  private static final Pattern VOICE =
      Pattern.compile("^[ \\t]*#?[ \\t]*Voice\\b.*$", Pattern.CASE_INSENSITIVE | Pattern.MULTILINE);

  /** Bytes that mean nothing here stay as they are. */
  private static final Charset ANY = StandardCharsets.ISO_8859_1;

  private Path program() {
    return data.resolveSibling("libexec").resolve("speech-dispatcher-modules").resolve("sd_myna");
  }

  private Path own() {
    return config.resolve("modules").resolve("myna.conf");
  }

  private Path main() {
    return config.resolve("speechd.conf");
  }

  /**
   * Installs it, in place of one that is there.
   *
   * @param launcher starts Myna
   * @param home the user's data, if they are not where they usually are
   * @param voice the one that speaks where a program names none; none keeps what is set
   * @return what was written
   */
  public List<Path> install(Path launcher, Optional<Path> home, Optional<String> voice)
      throws IOException {
    List<Path> written = new ArrayList<>();
    Files.createDirectories(data); // speech-dispatcher finds its modules by way of it
    if (!Files.exists(own())) {
      write(own(), new ModuleConfig(ModuleConfig.USUAL.server(), voice).text(), written);
    } else if (voice.isPresent()) {
      write(
          own(), withVoice(Files.readString(own(), StandardCharsets.UTF_8), voice.get()), written);
    }
    Path counting = Files.exists(main()) ? main() : system;
    if (Files.exists(counting)) {
      String text = OWN_LINES.matcher(Files.readString(counting, ANY)).replaceAll("");
      if (NAMES_MODULES.matcher(text).find()) {
        writeBytes(main(), (text + LINES).getBytes(ANY), written);
      }
    }
    write(program(), script(launcher, home), written);
    Files.setPosixFilePermissions(program(), PosixFilePermissions.fromString("rwxr-xr-x"));
    return written;
  }

  private static String withVoice(String text, String voice) {
    String line = "Voice \"" + voice + "\"";
    return VOICE.matcher(text).find()
        ? VOICE.matcher(text).replaceFirst(Matcher.quoteReplacement(line))
        : text + line + "\n";
  }

  private static String script(Path launcher, Optional<Path> home) {
    String data = home.map(path -> "MYNA_HOME=" + quoted(path) + " ").orElse("");
    return "#!/bin/sh\n" + data + "exec " + quoted(launcher) + " speech-dispatcher \"$@\"\n";
  }

  private static String quoted(Path path) {
    return "'" + path.toString().replace("'", "'\\''") + "'";
  }

  private static void write(Path file, String text, List<Path> written) throws IOException {
    writeBytes(file, text.getBytes(StandardCharsets.UTF_8), written);
  }

  private static void writeBytes(Path file, byte[] bytes, List<Path> written) throws IOException {
    Files.createDirectories(file.getParent());
    AtomicFile.write(file, part -> Files.write(part, bytes));
    written.add(file);
  }

  /**
   * Removes what {@link #install} wrote.
   *
   * @return what was removed or changed
   */
  public List<Path> remove() throws IOException {
    List<Path> changed = new ArrayList<>();
    if (Files.exists(main())) {
      String text = Files.readString(main(), ANY);
      String rest = OWN_LINES.matcher(text).replaceAll("");
      boolean system = Files.exists(this.system) && rest.equals(Files.readString(this.system, ANY));
      if (!rest.equals(text) && system) {
        delete(main(), changed);
      } else if (!rest.equals(text)) {
        writeBytes(main(), rest.getBytes(ANY), changed);
      }
    }
    delete(program(), changed);
    delete(own(), changed);
    return changed;
  }

  private static void delete(Path file, List<Path> changed) throws IOException {
    if (Files.deleteIfExists(file)) {
      changed.add(file);
    }
  }
}
