package myna.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import myna.onnx.ModelPack;
import myna.onnx.PackException;
import myna.onnx.PackShelf;
import myna.onnx.RuntimeSettings;

/**
 * Lends packs. Whoever asks for the same pack, device and threads shares one model; several packs
 * may be at work at once. Safe for use by several threads.
 */
public final class Engine implements AutoCloseable {
  /** So long an unused model stays in memory, and at most twice as long. */
  private static final Duration IDLE = Duration.ofMinutes(5);

  private final PackShelf shelf;
  private final Path natives;
  private final Consumer<Runnable> later;
  private final FrontEnds frontEnds = new FrontEnds();
  private final Map<Place, Counted> packs = new HashMap<>();

  /** A pack on a device. */
  private record Place(Path folder, RuntimeSettings runtime) {}

  /** A pack with the number of its leases. */
  private static final class Counted {
    final SharedPack pack;
    int leases;

    Counted(SharedPack pack) {
      this.pack = pack;
    }
  }

  /**
   * An engine that has loaded nothing yet.
   *
   * @param natives folder that the runtime's libraries are unpacked into
   */
  public Engine(PackShelf shelf, Path natives) {
    this(shelf, natives, Engine::afterIdling);
  }

  /**
   * An engine with a clock of its own.
   *
   * @param later runs something after the while that an unused model stays
   */
  Engine(PackShelf shelf, Path natives, Consumer<Runnable> later) {
    this.shelf = shelf;
    this.natives = natives;
    this.later = later;
  }

  private static void afterIdling(Runnable work) {
    CompletableFuture.delayedExecutor(IDLE.toMillis(), TimeUnit.MILLISECONDS).execute(work);
  }

  /**
   * Lends a pack. Reads its manifest, and loads nothing.
   *
   * @return closed by the caller
   * @throws EngineException if there is no such pack
   */
  public PackLease lease(PackChoice choice) throws EngineException {
    try {
      Path folder = shelf.find(choice.pack().isEmpty() ? null : choice.pack());
      ModelPack pack = ModelPack.describe(folder);
      Place place = new Place(folder.toAbsolutePath().normalize(), choice.runtime(natives));
      synchronized (packs) {
        Counted counted = packs.get(place);
        if (counted == null || !counted.pack.is(pack)) {
          counted = new Counted(new SharedPack(pack, place.runtime(), frontEnds, later));
          packs.put(place, counted);
        }
        counted.leases++;
        Counted lent = counted;
        return lent.pack.lease(() -> end(place, lent));
      }
    } catch (PackException e) {
      throw EngineException.of(e);
    }
  }

  /** A pack that nobody leases stays, for who comes next, as long as its model does. */
  private void end(Place place, Counted counted) {
    synchronized (packs) {
      counted.leases--;
      boolean replaced = packs.get(place) != counted;
      if (counted.leases == 0 && replaced) {
        counted.pack.close();
      }
    }
  }

  /** How many models are in memory. */
  int loaded() {
    synchronized (packs) {
      return (int) packs.values().stream().filter(counted -> counted.pack.isLoaded()).count();
    }
  }

  /** Frees at once the models that nobody speaks with just now, and packs that nobody leases. */
  public void closeUnused() {
    synchronized (packs) {
      packs.values().forEach(counted -> counted.pack.closeUnused());
      packs.values().removeIf(Engine::closedUnlessLeased);
    }
  }

  private static boolean closedUnlessLeased(Counted counted) {
    if (counted.leases > 0) {
      return false;
    }
    counted.pack.close();
    return true;
  }

  /** Frees everything; all leases are at their end. */
  @Override
  public void close() {
    synchronized (packs) {
      packs.values().forEach(counted -> counted.pack.close());
      packs.clear();
    }
  }
}
