package myna.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.onnx.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/library.md compiles against the module, with what it exports, and speaks. */
class LibraryExampleTest {
  private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theExampleSpeaks() throws Exception {
    Packs.copy(folder.resolve("models").resolve("tiny"));
    Path work = Files.createDirectory(folder.resolve("work"));
    Path classes = Files.createDirectory(folder.resolve("classes"));
    Path source = Files.writeString(folder.resolve("Hello.java"), example());
    String modules = modulePath();

    run("javac", "-Werror", "-p", modules, "--add-modules", "myna.speech", "-d", classes, source);
    Path printed =
        run(
            "java",
            "--enable-native-access=myna.speech,com.microsoft.onnxruntime,org.bytedeco.javacpp,org.bytedeco.ffmpeg",
            "-p",
            modules,
            "--add-modules",
            "ALL-MODULE-PATH",
            "-cp",
            classes,
            "Hello",
            folder.resolve("models"),
            work,
            Path.of("assets/reference/linda.wav"));
    assertThat(printed).content(StandardCharsets.ISO_8859_1).contains(": Java").contains("RIFF");
    assertThat(Files.size(printed)).isGreaterThan(32_000);
  }

  private static String example() throws IOException {
    Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs/library.md")));
    assertThat(example.find()).isTrue();
    return example.group(1);
  }

  private static String modulePath() throws IOException, URISyntaxException {
    Path module = Path.of(Engine.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    Path libraries = module.resolveSibling("classpath.txt");
    return module + File.pathSeparator + Files.readString(libraries).strip();
  }

  /** Runs a tool of the JDK, which must succeed, and returns the file with what it printed. */
  private Path run(String tool, Object... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    for (Object argument : arguments) {
      command.add(argument.toString());
    }
    Path printed = folder.resolve(tool + ".txt");
    Path errors = folder.resolve(tool + "-errors.txt");
    int status =
        new ProcessBuilder(command)
            .redirectOutput(printed.toFile())
            .redirectError(errors.toFile())
            .start()
            .waitFor();
    assertThat(status).as(Files.readString(errors)).isZero();
    assertThat(errors).content().doesNotContain("WARNING");
    return printed;
  }
}
