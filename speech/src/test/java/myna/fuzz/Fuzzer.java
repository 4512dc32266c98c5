package myna.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Gives a parser mutated inputs and holds it to its contract: it accepts or says why not, in time,
 * and throws nothing else. An input with an answer that was not heard before is mutated further.
 */
public final class Fuzzer {
  private static final int MOST_KEPT = 2000;
  private static final int LONGEST_KEPT = 1 << 12;
  private static final long PATIENCE_NANOS = 10_000_000_000L;

  private static final Path FOUND = Path.of("speech", "src", "test", "resources", "fuzz");

  private final String name;
  private final List<byte[]> corpus = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final Set<String> answers = new HashSet<>();

  /** The parser of a name that messages use. */
  public Fuzzer(String name) {
    this.name = name;
  }

  /** What is tested. */
  @FunctionalInterface
  public interface Parser {
    /**
     * Parses.
     *
     * @return what was found, or the message of the failure that the parser declares
     */
    String parse(byte[] input) throws IOException;
  }

  /** Adds a good input to begin with. */
  public Fuzzer seed(byte[] input) {
    corpus.add(input);
    return this;
  }

  /** Adds a good input to begin with. */
  public Fuzzer seed(String input) {
    return seed(input.getBytes(StandardCharsets.UTF_8));
  }

  /** Adds what the format gives a meaning to. */
  public Fuzzer words(String... added) {
    words.addAll(List.of(added));
    return this;
  }

  /**
   * Tries so many inputs, times {@code -Dmyna.fuzz}.
   *
   * @throws AssertionError with the input, which is kept under target/fuzz
   */
  public void run(int inputs, Parser parser) {
    long all = (long) inputs * Integer.getInteger("myna.fuzz", 1);
    Random random = new Random(Long.getLong("myna.fuzz.seed", 1) * 31 + name.hashCode());
    Mutator mutator = new Mutator(random, words);
    long start = System.nanoTime();
    corpus.addAll(found());
    corpus.forEach(input -> attempt(input, parser));
    for (long i = 0; i < all; i++) {
      byte[] base = corpus.get(random.nextInt(corpus.size()));
      byte[] other = corpus.get(random.nextInt(corpus.size()));
      byte[] input = mutator.mutate(base, other);
      if (isNew(attempt(input, parser)) && input.length <= LONGEST_KEPT) {
        corpus.add(input);
      }
    }
    if (Boolean.getBoolean("myna.fuzz.report")) {
      System.out.printf(
          "%s: %d inputs, %d answers, %d kept, %.0f s%n",
          name, all, answers.size(), corpus.size(), (System.nanoTime() - start) / 1e9);
    }
  }

  /** What once went wrong. */
  private List<byte[]> found() {
    Path folder = FOUND.resolve(name);
    List<byte[]> inputs = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        for (Path file : files.sorted().toList()) {
          inputs.add(Files.readAllBytes(file));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return inputs;
  }

  /** Answers that differ in numbers or in quoted words alone are one. */
  private boolean isNew(String answer) {
    StringBuilder shape = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < answer.length() && shape.length() < 80; i++) {
      char c = answer.charAt(i);
      quoted ^= c == '\'' || c == '"';
      if (!quoted && !Character.isDigit(c)) {
        shape.append(c);
      }
    }
    return answers.size() < MOST_KEPT && answers.add(shape.toString());
  }

  private String attempt(byte[] input, Parser parser) {
    long start = cpuNanos();
    try {
      String answer = parser.parse(input);
      long taken = cpuNanos() - start;
      if (taken > PATIENCE_NANOS) {
        throw failure(input, "took " + taken / 1e9 + " s", null);
      }
      return answer;
    } catch (IOException e) {
      throw failure(input, "could not be given its input", e);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw failure(input, "threw " + e, e);
    }
  }

  /** Processor time of this thread, which a busy machine does not stretch. */
  private static long cpuNanos() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }

  private AssertionError failure(byte[] input, String what, Throwable cause) {
    Path file = Path.of("target", "fuzz", name + "-" + Integer.toHexString(hash(input)));
    try {
      Files.createDirectories(file.getParent());
      Files.write(file, input);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new AssertionError(name + " " + what + " at the input in " + file, cause);
  }

  private static int hash(byte[] input) {
    return Arrays.hashCode(input);
  }
}
