package myna.ui.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import myna.engine.EngineException;
import myna.files.Folders;
import myna.onnx.Device;
import myna.onnx.Manifest;
import myna.onnx.ModelPack;
import myna.onnx.PackException;
import myna.onnx.PackShelf;
import myna.ui.common.Jobs;
import myna.ui.common.JsonStore;
import myna.ui.common.Notice;
import myna.ui.common.Outcome;
import myna.ui.engine.StudioEngine;
import myna.ui.settings.Settings.Engine;

/** The model packs that are there, and what the model in use runs on. */
public final class EngineModel {
  private static final String CARD = "MODEL_CARD.md";

  /**
   * A pack on the shelf.
   *
   * @param folder it lies in
   * @param manifest what it says of itself
   * @param imported whether the user brought it
   */
  record Pack(Path folder, Manifest manifest, boolean imported) {
    String name() {
      return folder.getFileName().toString();
    }

    /** Size of its files in bytes. */
    long bytes() {
      return manifest.files().values().stream().mapToLong(Manifest.PackFile::bytes).sum();
    }
  }

  /**
   * What the model in use runs on.
   *
   * @param device it runs on; empty where it could not be loaded
   * @param cudaMissing why there is no CUDA; empty where there is
   */
  record Running(Optional<String> device, Optional<String> cudaMissing) {}

  private final JsonStore<Settings> settings;
  private final PackShelf shelf;
  private final StudioEngine engine;
  private final Jobs jobs;
  private final Consumer<Notice> notices;
  private final ObservableList<Pack> packs = FXCollections.observableArrayList();
  private final ReadOnlyObjectWrapper<Running> running = new ReadOnlyObjectWrapper<>();
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();

  /** A model that has looked at nothing yet. */
  public EngineModel(
      JsonStore<Settings> settings,
      PackShelf shelf,
      StudioEngine engine,
      Jobs jobs,
      Consumer<Notice> notices) {
    this.settings = settings;
    this.shelf = shelf;
    this.engine = engine;
    this.jobs = jobs;
    this.notices = notices;
  }

  ObservableList<Pack> packs() {
    return packs;
  }

  /** What the model in use runs on; null while that is not known. */
  ReadOnlyObjectProperty<Running> runningProperty() {
    return running.getReadOnlyProperty();
  }

  /** Whether a pack is being imported or verified. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** Whether a pack is the one that speaks. */
  boolean isInUse(Pack pack) {
    String chosen = settings.get().engine().pack();
    return chosen.isEmpty()
        ? !packs.isEmpty() && packs.getFirst().equals(pack)
        : chosen.equals(pack.name());
  }

  /** Speaks with a pack from now on. */
  void use(Pack pack) {
    settings.change(
        s -> s.with(new Engine(s.engine().device(), s.engine().threads(), pack.name())));
    look();
  }

  /** Looks what is there. */
  void look() {
    jobs.start((progress, cancellation) -> read(), this::show);
    running.set(null);
    jobs.start(
        (progress, cancellation) -> new Running(device(), Device.missingForCuda()),
        outcome -> outcome.handle(running::set, notices));
  }

  private void show(Outcome<List<Pack>> outcome) {
    outcome.handle(packs::setAll, notices);
  }

  /** A model that cannot be loaded is told of when something is to be spoken. */
  private Optional<String> device() {
    try {
      return Optional.of(engine.device());
    } catch (EngineException e) {
      return Optional.empty();
    }
  }

  private List<Pack> read() throws PackException {
    List<Pack> found = new ArrayList<>();
    for (Path folder : shelf.folders()) {
      found.add(
          new Pack(
              folder, ModelPack.describe(folder).manifest(), folder.startsWith(shelf.imported())));
    }
    return found;
  }

  /** Checks every file of a pack against its sum. */
  void verify(Pack pack) {
    work(() -> ModelPack.open(pack.folder()), Notice.success("settings.packs.sound", pack.name()));
  }

  /** Takes a pack from a ZIP file, or from the folder of a manifest. */
  void take(Path source) {
    Path pack = source.endsWith(ModelPack.MANIFEST) ? source.getParent() : source;
    work(() -> shelf.take(pack), Notice.success("settings.packs.imported"));
  }

  /** Removes a pack that the user brought. */
  void remove(Pack pack) {
    work(
        () -> Folders.delete(pack.folder()), Notice.success("settings.packs.removed", pack.name()));
  }

  private interface Task {
    void run() throws Exception;
  }

  private void work(Task task, Notice done) {
    busy.set(true);
    jobs.start(
        (progress, cancellation) -> {
          task.run();
          return read();
        },
        outcome -> {
          busy.set(false);
          outcome.handle(
              all -> {
                packs.setAll(all);
                notices.accept(done);
              },
              notices);
        });
  }

  /** Reads what a pack says of itself at length. */
  void card(Pack pack, Consumer<String> show) {
    jobs.start((progress, cancellation) -> cardOf(pack), outcome -> outcome.handle(show, notices));
  }

  private static String cardOf(Pack pack) throws IOException {
    Path card = pack.folder().resolve(CARD);
    return Files.exists(card) ? Files.readString(card) : pack.manifest().metrics().toString();
  }
}
