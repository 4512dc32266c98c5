package myna.server;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import myna.audio.Audio;
import myna.engine.Engine;
import myna.engine.PackChoice;
import myna.engine.PackLease;
import myna.engine.PackShelf;
import myna.engine.SpeechRequest;
import myna.engine.VoiceSource;
import myna.jobs.Cancellation;
import myna.speech.SpeechListener;
import myna.speech.SpokenSentence;
import myna.voice.VoiceLibrary;

/**
 * Measures a server under load; no test, because it takes long: {@code java -cp TESTCLASSES
 * myna.server.LoadProbe PACK CLIENTS SECONDS}.
 */
final class LoadProbe {
  private static final String TEN = "The quick brown fox jumps over the lazy dog today.";
  private static final String REQUEST =
      Wire.speech("{\"input\":\"" + TEN + "\",\"response_format\":\"wav\"}");
  private static final int WARM_ROUNDS = 30;
  private static final int ROUNDS = 25;

  private final URI server;
  private final AtomicInteger whole = new AtomicInteger();
  private final AtomicInteger lost = new AtomicInteger();
  private final List<Double> firsts = Collections.synchronizedList(new ArrayList<>());

  private LoadProbe(URI server) {
    this.server = server;
  }

  public static void main(String[] arguments) throws Exception {
    Path home = Files.createTempDirectory("load");
    VoiceLibrary library = Servers.library(home);
    Path nowhere = home.resolve("none");
    try (Engine engine = new Engine(new PackShelf(nowhere, nowhere), home.resolve("natives"));
        PackLease pack =
            engine.lease(new PackChoice(arguments[0], PackChoice.DEFAULT.device(), 0));
        SpeechServer server = SpeechServer.start(Servers.ANY, Servers.speakers(pack, library))) {
      idle(server.address(), pack, VoiceSource.of(library, library.get("Linda")));
      for (int clients : new int[] {1, 8, 1, 8}) {
        new LoadProbe(server.address()).load(clients, 20);
      }
      int clients = Integer.parseInt(arguments[1]);
      for (int part = 0; part < 4; part++) {
        new LoadProbe(server.address()).load(clients, Integer.parseInt(arguments[2]) / 4);
      }
    }
  }

  /** The first sound in the process and over HTTP, in turns, so that load weighs on both. */
  private static void idle(URI server, PackLease pack, VoiceSource voice) throws Exception {
    List<Double> inside = new ArrayList<>();
    List<Double> outside = new ArrayList<>();
    LoadProbe probe = new LoadProbe(server);
    for (int i = -WARM_ROUNDS; i < ROUNDS; i++) {
      if (i == 0) {
        inside.clear();
        probe.firsts.clear();
      }
      long start = System.nanoTime();
      double[] first = {Double.NaN};
      pack.stream(SpeechRequest.of(TEN, voice), new First(start, first), Cancellation.NEVER);
      inside.add(first[0]);
      probe.ask();
    }
    outside.addAll(probe.firsts);
    Collections.sort(inside);
    Collections.sort(outside);
    System.out.printf(
        "first sound, median of %d: %.1f ms in the process, %.1f ms over HTTP%n",
        ROUNDS, inside.get(ROUNDS / 2), outside.get(ROUNDS / 2));
  }

  /** Takes the time of the first piece. */
  private record First(long start, double[] millis) implements SpeechListener {
    @Override
    public void piece(Audio piece) {
      if (Double.isNaN(millis[0])) {
        millis[0] = (System.nanoTime() - start) / 1e6;
      }
    }

    @Override
    public void sentence(SpokenSentence sentence) {}
  }

  private void load(int clients, int seconds) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
    long start = System.nanoTime();
    try (ExecutorService threads = Executors.newFixedThreadPool(clients)) {
      for (int i = 0; i < clients; i++) {
        threads.execute(
            () -> {
              while (System.nanoTime() < end) {
                ask();
              }
            });
      }
    }
    double taken = (System.nanoTime() - start) / 1e9;
    List<Double> sorted = new ArrayList<>(firsts);
    Collections.sort(sorted);
    System.gc();
    Runtime memory = Runtime.getRuntime();
    System.out.printf(
        "%d clients, %.0f s: %d whole, %d lost, %.2f a second; first sound %.0f ms, p95 %.0f ms;"
            + " heap %d MB, resident %d MB%n",
        clients,
        taken,
        whole.get(),
        lost.get(),
        whole.get() / taken,
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 95 / 100),
        (memory.totalMemory() - memory.freeMemory()) >> 20,
        residentKilobytes() >> 10);
  }

  /** Memory of this process that is not swapped out, as Linux counts it; 0 elsewhere. */
  private static long residentKilobytes() {
    try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
      return lines
          .filter(line -> line.startsWith("VmRSS:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }

  /** One request; its first sound is what comes behind the header of the WAV file. */
  private void ask() {
    long start = System.nanoTime();
    try (Wire wire = new Wire(server, 0)) {
      wire.send(REQUEST);
      InputStream in = wire.in();
      byte[] buffer = new byte[1 << 16];
      int read = in.read(buffer);
      firsts.add((System.nanoTime() - start) / 1e6);
      byte[] last = new byte[5];
      while (read > 0) {
        int kept = Math.min(last.length, read);
        System.arraycopy(last, kept, last, 0, last.length - kept);
        System.arraycopy(buffer, read - kept, last, last.length - kept, kept);
        read = in.read(buffer);
      }
      (new String(last, StandardCharsets.ISO_8859_1).endsWith("0\r\n\r\n") ? whole : lost)
          .incrementAndGet();
    } catch (IOException e) {
      lost.incrementAndGet();
    }
  }
}
