package myna.release;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.tools.ToolProvider;
import myna.onnx.Packs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The example of docs/library.md compiles and speaks. */
class LibraryExampleTest {
  private static final Pattern EXAMPLE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);

  @TempDir private Path folder;

  @Test
  void theExampleSpeaks() throws Exception {
    Packs.copy(folder.resolve("models").resolve("tiny"));
    Path work = Files.createDirectory(folder.resolve("work"));
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    PrintStream before = System.out;
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      run(folder.resolve("models"), work, Path.of("assets/reference/linda.wav"));
    } finally {
      System.setOut(before);
    }
    assertThat(printed.toString(StandardCharsets.ISO_8859_1)).contains(": Java").contains("RIFF");
    assertThat(printed.size()).isGreaterThan(32_000);
  }

  private void run(Path... arguments) throws Exception {
    Matcher example = EXAMPLE.matcher(Files.readString(Path.of("docs/library.md")));
    assertThat(example.find()).isTrue();
    Path source = Files.writeString(folder.resolve("Hello.java"), example.group(1));
    int status =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                System.err,
                System.err,
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(status).as("the example compiles").isZero();
    URL[] place = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(place, getClass().getClassLoader())) {
      Method main = loader.loadClass("Hello").getDeclaredMethod("main", String[].class);
      main.setAccessible(true);
      String[] strings = new String[arguments.length];
      for (int i = 0; i < strings.length; i++) {
        strings[i] = arguments[i].toString();
      }
      main.invoke(null, (Object) strings);
    }
  }
}
