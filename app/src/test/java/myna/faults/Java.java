package myna.faults;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands that run classes of these tests in a Java of their own. */
public final class Java {
  private Java() {}

  /** A command whose errors go where its output goes. */
  public static ProcessBuilder command(
      List<String> options, String mainClass, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.addAll(options);
    command.add(mainClass);
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    // Not as an argument: ONNX Runtime does not load where the command line is long.
    builder.environment().put("CLASSPATH", System.getProperty("java.class.path"));
    return builder;
  }
}
