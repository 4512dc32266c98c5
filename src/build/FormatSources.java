import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.FormatterException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Formats every Java file below some folders with google-java-format, or only checks that it is
 * formatted.
 *
 * <p>The build runs it as a source file in the JDK of the toolchain: {@code FormatSources
 * check|apply FOLDER...}. Exit status 1 where a file is not formatted or cannot be parsed.
 */
final class FormatSources {
  private final boolean apply;
  private final Formatter formatter = new Formatter();
  private final List<String> complaints = new ArrayList<>();

  private FormatSources(boolean apply) {
    this.apply = apply;
  }

  public static void main(String[] arguments) throws IOException {
    if (arguments.length < 2 || !List.of("check", "apply").contains(arguments[0])) {
      System.err.println("usage: FormatSources check|apply FOLDER...");
      System.exit(2);
    }
    FormatSources run = new FormatSources(arguments[0].equals("apply"));
    for (String folder : List.of(arguments).subList(1, arguments.length)) {
      run.visitAll(Path.of(folder));
    }
    run.complaints.forEach(System.err::println);
    if (!run.complaints.isEmpty()) {
      System.err.println("To format the sources: mvn -Pformat process-sources");
      System.exit(1);
    }
  }

  private void visitAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".java")).sorted().toList()) {
        visit(file);
      }
    }
  }

  private void visit(Path file) throws IOException {
    String before = Files.readString(file);
    try {
      String after = formatter.formatSourceAndFixImports(before);
      if (after.equals(before)) {
        return;
      }
      if (apply) {
        Files.writeString(file, after);
      } else {
        complaints.add(file + " is not formatted");
      }
    } catch (FormatterException e) {
      complaints.add(file + ": " + e.getMessage());
    }
  }
}
