package myna.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import myna.onnx.PackShelf;
import myna.onnx.Packs;
import myna.ui.common.Jobs;
import myna.ui.common.JsonStore;
import myna.ui.common.Language;
import myna.ui.common.Notice;
import myna.ui.fakes.FakeDevices;
import myna.ui.fakes.FakeEngine;
import myna.ui.settings.EngineModel.Pack;
import myna.ui.settings.Settings.Theme;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SettingsViewModelTest {
  @TempDir Path home;
  private final Jobs jobs = Jobs.sameThread();
  private final List<Notice> notices = new ArrayList<>();
  private JsonStore<Settings> store;
  private SettingsViewModel model;
  private EngineModel packs;

  @BeforeEach
  void open() throws IOException {
    store = new JsonStore<>(home.resolve("settings.json"), Settings.defaults(), jobs);
    model =
        new SettingsViewModel(
            store,
            new SettingsViewModel.About(Path.of(""), home, "1.2.3"),
            FakeDevices.ONE_EACH,
            jobs,
            notices::add);
    Path delivered = Files.createDirectories(home.resolve("delivered"));
    Packs.copy(delivered.resolve("tiny"));
    packs =
        new EngineModel(
            store,
            new PackShelf(delivered, home.resolve("models")),
            new FakeEngine().studio(home),
            jobs,
            notices::add);
    packs.look();
  }

  @Test
  void aChangeHoldsAtOnceAndIsKept() {
    model.themeProperty().set(Theme.DARK);
    model.languageProperty().set(Language.GERMAN);
    model.textSizeProperty().set(125);
    model.threadsProperty().set(2);
    model.outputProperty().set("Headphones");
    Settings kept = new JsonStore<>(home.resolve("settings.json"), Settings.defaults(), jobs).get();
    assertThat(kept.look()).isEqualTo(new Settings.Look(Theme.DARK, Language.GERMAN, 125));
    assertThat(kept.engine().threads()).isEqualTo(2);
    assertThat(kept.sound().output()).isEqualTo("Headphones");
  }

  @Test
  void followsWhatOthersChange() {
    store.change(s -> s.with(new Settings.Look(Theme.LIGHT, Language.ENGLISH, 90)));
    assertThat(model.themeProperty().get()).isEqualTo(Theme.LIGHT);
    assertThat(model.textSizeProperty().get()).isEqualTo(90);
  }

  @Test
  void showsLicencesOrThatTheyAreMissing() {
    List<String> shown = new ArrayList<>();
    model.readAbout("LICENSE", shown::add);
    assertThat(shown.getFirst()).contains("GNU GENERAL PUBLIC LICENSE");
    model.readAbout("NO-SUCH-FILE", shown::add);
    assertThat(notices).containsExactly(Notice.warning("settings.about.missing", "NO-SUCH-FILE"));
  }

  @Test
  void listsTheDevicesThatAreConnected() {
    model.lookForDevices();
    assertThat(model.devicesProperty().get().inputs()).containsExactly("Desk microphone");
    model.outputProperty().set("Headphones");
    assertThat(store.get().sound().output()).isEqualTo("Headphones");
  }

  @Test
  void measuresAndClearsTheCache() throws IOException {
    Path file = home.resolve("cache/natives/lib.so");
    Files.createDirectories(file.getParent());
    Files.write(file, new byte[1000]);
    model.measureStorage();
    assertThat(model.storageProperty().get()).contains(new Storage.Part("cache", 1000));
    model.clearCache();
    assertThat(file).doesNotExist();
    assertThat(model.storageProperty().get())
        .extracting(Storage.Part::name)
        .doesNotContain("cache");
  }

  @Test
  void listsPacksAndTellsWhichSpeaks() {
    Pack pack = packs.packs().getFirst();
    assertThat(pack.name()).isEqualTo("tiny");
    assertThat(packs.isInUse(pack)).isTrue();
    assertThat(pack.imported()).isFalse();
    packs.use(pack);
    assertThat(store.get().engine().pack()).isEqualTo("tiny");
  }

  @Test
  void checksEveryFileOfAPack() throws IOException {
    Pack pack = packs.packs().getFirst();
    packs.verify(pack);
    assertThat(notices).containsExactly(Notice.success("settings.packs.sound", "tiny"));
    Path file = pack.folder().resolve("codebooks.f16");
    byte[] bytes = Files.readAllBytes(file);
    bytes[3] ^= 1;
    Files.write(file, bytes);
    packs.verify(pack);
    assertThat(notices).last().isEqualTo(Notice.error("failure.pack.DAMAGED"));
  }

  @Test
  void importsAndRemovesAPack() throws IOException {
    Path folder = Files.createDirectories(home.resolve("elsewhere"));
    Packs.copy(folder);
    packs.take(folder.resolve("manifest.json"));
    assertThat(packs.packs()).hasSize(2);
    Pack imported = packs.packs().get(1);
    assertThat(imported.imported()).isTrue();
    packs.remove(imported);
    assertThat(packs.packs()).hasSize(1);
    assertThat(imported.folder()).doesNotExist();
  }

  @Test
  void refusesWhatIsNoPack() throws IOException {
    Path zip = Files.writeString(home.resolve("pack.zip"), "no archive");
    packs.take(zip);
    assertThat(notices).hasSize(1).allMatch(notice -> notice.kind() == Notice.Kind.ERROR);
    assertThat(packs.packs()).hasSize(1);
    assertThat(packs.busyProperty().get()).isFalse();
  }
}
