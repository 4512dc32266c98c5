package myna.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import myna.files.Folders;
import myna.onnx.PackException;
import myna.onnx.PackShelf;
import myna.onnx.Packs;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What is left of an import that another process makes, while it goes on and when it is killed. */
@Timeout(600)
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a process is stopped by a signal")
class ImportKillTest {
  private static final int FILES = 2000;
  private static final int ATTEMPTS = 20;

  @TempDir private Path folder;
  private Path source;
  private PackShelf shelf;
  private Process child;

  /** A pack of many files, so that its import takes a while. */
  @BeforeEach
  void makePack() throws IOException {
    source = Packs.copy(folder.resolve("source"));
    for (int i = 0; i < FILES; i++) {
      Files.createFile(source.resolve("golden").resolve("more-" + i));
    }
    shelf = WriteFaultsTest.shelf(folder);
  }

  @AfterEach
  void killChild() throws InterruptedException {
    if (child != null) {
      child.destroyForcibly().waitFor();
    }
  }

  @Test
  void isLeftAloneWhileItGoesOnAndSweptWhenItIsDead()
      throws IOException, InterruptedException, PackException {
    Path part = stopInTheMiddle();
    assertThat(shelf.folders()).isEmpty();
    assertThat(part).exists();
    child.destroyForcibly().waitFor();
    assertThat(part).exists();
    assertThat(shelf.folders()).isEmpty();
    assertThat(part).doesNotExist();
  }

  @Test
  void isSweptByTheNextImport() throws IOException, InterruptedException, PackException {
    Path part = stopInTheMiddle();
    child.destroyForcibly().waitFor();
    Path taken = shelf.take(source);
    assertThat(part).doesNotExist();
    assertThat(shelf.folders()).containsExactly(taken);
  }

  @Test
  void isWaitedForByAnother() throws IOException, InterruptedException {
    stopInTheMiddle();
    try (ExecutorService executor = Executors.newSingleThreadExecutor()) {
      Future<Path> another = executor.submit(() -> shelf.take(source));
      signal("-CONT");
      assertThat(child.inputReader(StandardCharsets.UTF_8).lines())
          .containsExactly("ready", "done");
      assertThatThrownBy(another::get)
          .cause()
          .isInstanceOf(PackException.class)
          .hasMessageContaining("already");
    }
    assertThat(passing()).isEmpty();
  }

  /** Starts an import and stops it; the folder that it was filling. */
  private Path stopInTheMiddle() throws IOException, InterruptedException {
    for (int i = 0; i < ATTEMPTS; i++) {
      child = FaultChild.start("import", folder.toString(), source.toString());
      Optional<Path> part = passing();
      while (part.isEmpty() && child.isAlive()) {
        Thread.sleep(1);
        part = passing();
      }
      signal("-STOP");
      if (part.isPresent() && Files.exists(part.get())) {
        return part.get();
      }
      killChild();
      Files.move(folder.resolve("models"), folder.resolve("too-late-" + i));
    }
    throw new AssertionError("every import was over before it could be stopped");
  }

  private void signal(String signal) throws IOException, InterruptedException {
    new ProcessBuilder("kill", signal, Long.toString(child.pid())).inheritIO().start().waitFor();
  }

  private Optional<Path> passing() throws IOException {
    Path models = folder.resolve("models");
    if (!Files.isDirectory(models)) {
      return Optional.empty();
    }
    try (Stream<Path> entries = Files.list(models)) {
      return entries.filter(Folders::isPassing).findFirst();
    }
  }
}
