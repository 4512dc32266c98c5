package myna.cli.measure;

import com.sun.management.UnixOperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is to be known of the machine beside a measurement. */
final class Machine {
  private static final Path PROCESSOR = Path.of("/proc/cpuinfo");
  private static final Path PROCESS = Path.of("/proc/self/status");

  private Machine() {}

  static Map<String, String> describe() {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("processor", value(PROCESSOR, "model name").orElse(System.getProperty("os.arch")));
    facts.put("cores", Integer.toString(Runtime.getRuntime().availableProcessors()));
    facts.put("system", System.getProperty("os.name") + " " + System.getProperty("os.version"));
    facts.put("java", System.getProperty("java.vm.name") + " " + Runtime.version());
    return facts;
  }

  /** The most memory that this process ever held, in MB; null where the system does not tell. */
  static Double peakMegabytes() {
    return megabytes("VmHWM");
  }

  /** The memory that this process holds now, in MB; null where the system does not tell. */
  static Double residentMegabytes() {
    return megabytes("VmRSS");
  }

  /** How many files this process has open; null where the system does not tell. */
  static Double openFiles() {
    return ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system
        ? (Double) (double) system.getOpenFileDescriptorCount()
        : null;
  }

  private static Double megabytes(String key) {
    return value(PROCESS, key)
        .map(text -> Double.parseDouble(text.replaceAll("[^0-9]", "")) / 1e3)
        .orElse(null);
  }

  private static Optional<String> value(Path file, String key) {
    if (!Files.isReadable(file)) {
      return Optional.empty();
    }
    try {
      return Files.readAllLines(file).stream()
          .filter(line -> line.startsWith(key))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
