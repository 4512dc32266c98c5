package myna.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import myna.audio.Seal;
import myna.engine.Engine;
import myna.engine.Leases;
import myna.engine.PackShelf;
import myna.engine.Pronunciations;
import myna.engine.ProtectedVoicesGate;
import myna.engine.Voices;
import myna.narration.book.NarrationException;
import myna.provenance.OwnSeal;
import myna.server.ServerSettings;
import myna.server.Speakers;
import myna.ui.common.Delay;
import myna.ui.common.FileMarks;
import myna.ui.common.Jobs;
import myna.ui.common.JsonStore;
import myna.ui.engine.StudioEngine;
import myna.ui.history.HistoryLog;
import myna.ui.history.HistoryView;
import myna.ui.history.HistoryViewModel;
import myna.ui.narrate.NarrateView;
import myna.ui.narrate.NarrateViewModel;
import myna.ui.settings.EngineModel;
import myna.ui.settings.ServerModel;
import myna.ui.settings.Settings;
import myna.ui.settings.SettingsView;
import myna.ui.settings.SettingsViewModel;
import myna.ui.shell.Feature;
import myna.ui.shell.Page;
import myna.ui.shell.ShellViewModel;
import myna.ui.sound.DeviceLoudspeaker;
import myna.ui.sound.DeviceMicrophone;
import myna.ui.sound.Loudspeaker;
import myna.ui.sound.Microphone;
import myna.ui.sound.Pulse;
import myna.ui.sound.SoundDevices;
import myna.ui.sound.Transport;
import myna.ui.speak.Draft;
import myna.ui.speak.DraftKeeper;
import myna.ui.speak.Recall;
import myna.ui.speak.SpeakView;
import myna.ui.speak.SpeakViewModel;
import myna.ui.voices.VoicesView;
import myna.ui.voices.VoicesViewModel;
import myna.voice.ProtectedVoices;
import myna.voice.VoiceLibrary;

/** Puts the ViewModels on the lower houses. */
final class Wiring implements AutoCloseable {
  /**
   * What makes and hears sound.
   *
   * @param loudspeaker where sound goes
   * @param microphone where it comes from
   * @param devices that are connected
   */
  record Hardware(Loudspeaker loudspeaker, Microphone microphone, SoundDevices devices) {}

  /**
   * What is outside the program.
   *
   * @param sound where it goes and comes from
   * @param leases of the pack that the settings name
   * @param end lets go of all packs
   */
  record Outside(Hardware sound, Leases leases, Runnable end) {

    /** The devices and the model pack that the settings name. */
    static Outside real(Studio.Places places, JsonStore<Settings> settings) {
      Supplier<Settings.Sound> sound = () -> settings.get().sound();
      Engine engine = new Engine(shelf(places), places.home().resolve("cache").resolve("natives"));
      return new Outside(
          new Hardware(
              new DeviceLoudspeaker(() -> sound.get().output()),
              new DeviceMicrophone(() -> sound.get().input()),
              SoundDevices.ofSystem()),
          () -> engine.lease(settings.get().engine().choice()),
          engine::close);
    }
  }

  private final Studio.Places places;
  private final Jobs jobs;
  private final JsonStore<Settings> settings;
  private final ShellViewModel shell;
  private final Outside outside;
  private final Pronunciations pronunciations;
  private final StudioEngine engine;
  private final Delay delay = Delay.ofClock();
  private final Transport transport;
  private final VoicesViewModel voices;
  private final SpeakViewModel speak;
  private final JsonStore<Draft> draft;
  private final DraftKeeper drafts;
  private final HistoryViewModel history;
  private final NarrateViewModel narrate;
  private final ServerModel server;

  Wiring(
      Studio.Places places,
      Jobs jobs,
      JsonStore<Settings> settings,
      ShellViewModel shell,
      Outside outside) {
    this.places = places;
    this.jobs = jobs;
    this.settings = settings;
    this.shell = shell;
    this.outside = outside;
    pronunciations = new Pronunciations(places.home().resolve("lexicon.tsv"));
    engine = new StudioEngine(outside.leases(), library(places, outside.leases()), pronunciations);
    transport = new Transport(outside.sound().loudspeaker(), jobs, Pulse.ofFrames(), shell);
    voices = voices();
    speak = speak();
    draft = new JsonStore<>(places.home().resolve("draft.json"), Draft.EMPTY, jobs);
    settings.tell(shell);
    draft.tell(shell);
    drafts = new DraftKeeper(speak, draft, settings, delay);
    // Another window may have changed the library.
    shell
        .pageProperty()
        .subscribe(
            () -> {
              if (shell.pageProperty().get() == Page.VOICES) {
                voices.refresh();
              }
            });
    Recall recall = new Recall(speak, Clock.system(ZoneId.systemDefault()), shell);
    history =
        new HistoryViewModel(
            new HistoryLog(places.home().resolve("history.jsonl")),
            jobs,
            entry -> {
              recall.restore(entry);
              shell.pageProperty().set(Page.SPEAK);
            },
            shell);
    recall.tell(history::add);
    narrate =
        new NarrateViewModel(
            new NarrateViewModel.Tools(jobs, delay, transport, marks()),
            new NarrateViewModel.Speakers(
                outside.leases(),
                Voices.of(library(places, outside.leases())),
                voices.voices(),
                speak::voice),
            places.home().resolve("projects"),
            shell);
    server =
        new ServerModel(
            outside.leases(),
            pack ->
                new Speakers(
                    pack,
                    library(places, outside.leases()),
                    Optional.empty(),
                    pronunciations::reading,
                    1),
            ServerSettings.LOCAL,
            jobs,
            shell);
  }

  /** The pages in the order of the navigation. */
  List<Feature> features() {
    return List.of(speakPage(), voicesPage(), narratePage(), historyPage(), settingsPage());
  }

  Transport transport() {
    return transport;
  }

  VoicesViewModel voicesModel() {
    return voices;
  }

  SpeakViewModel speakModel() {
    return speak;
  }

  private static PackShelf shelf(Studio.Places places) {
    return new PackShelf(places.application().resolve("models"), places.home().resolve("models"));
  }

  private static VoiceLibrary library(Studio.Places places, Leases leases) {
    return new VoiceLibrary(
        places.home().resolve("voices"),
        new ProtectedVoicesGate(ProtectedVoices.of(places.home()), leases));
  }

  private VoicesViewModel voices() {
    return VoicesViewModel.create(
        new VoicesViewModel.Places(
            library(places, outside.leases()),
            places.application().resolve("assets/reference"),
            signingKey()),
        new VoicesViewModel.Hardware(transport, outside.sound().microphone(), engine),
        new VoicesViewModel.Pace(jobs, delay, Clock.system(ZoneId.systemDefault())),
        shell);
  }

  private SpeakViewModel speak() {
    return new SpeakViewModel(
        new SpeakViewModel.Tools(engine, transport, jobs, delay, voices.voices()),
        new SpeakViewModel.Helpers(pronunciations, firstVoice(), marks()),
        shell);
  }

  private Path signingKey() {
    return places.home().resolve("signing.pem");
  }

  /** What files say of themselves, as is set. */
  private FileMarks marks() {
    return new FileMarks() {
      @Override
      public boolean watermark() {
        return settings.get().speaking().watermark();
      }

      @Override
      public Seal seal() {
        return new OwnSeal(signingKey(), places.version(), watermark());
      }
    };
  }

  private SpeakViewModel.FirstVoice firstVoice() {
    return new SpeakViewModel.FirstVoice(
        voices::addSamples,
        () -> {
          voices.addClip(null);
          shell.pageProperty().set(Page.VOICES);
        });
  }

  private Feature speakPage() {
    return new Feature(
        Page.SPEAK, kit -> new SpeakView(speak, kit), speak::receive, speak::objection);
  }

  private Feature voicesPage() {
    return new Feature(
        Page.VOICES, kit -> new VoicesView(voices, kit), voices::receive, voices::objection);
  }

  private Feature narratePage() {
    return new Feature(
        Page.NARRATE, kit -> new NarrateView(narrate, kit), narrate::receive, narrate::objection);
  }

  private Feature historyPage() {
    return new Feature(
        Page.HISTORY,
        kit -> new HistoryView(history, kit),
        Feature.Reception.NONE,
        Feature.Departure.FREE);
  }

  private Feature settingsPage() {
    SettingsViewModel model =
        new SettingsViewModel(
            settings,
            new SettingsViewModel.About(places.application(), places.home(), places.version()),
            outside.sound().devices(),
            jobs,
            shell);
    EngineModel packs = new EngineModel(settings, shelf(places), engine, jobs, shell);
    return new Feature(
        Page.SETTINGS,
        kit -> new SettingsView(model, packs, server, kit),
        Feature.Reception.NONE,
        Feature.Departure.FREE);
  }

  /** Keeps what is on the pages and ends what runs; on the thread of the views. */
  void leave() {
    drafts.keep();
    speak.leave();
    narrate.leave();
    transport.stop();
  }

  /**
   * Writes what is kept and lets go of the model; blocks until its last step is done.
   *
   * @throws IOException if something could not be written
   */
  @Override
  public void close() throws IOException {
    server.close();
    try {
      narrate.close();
    } catch (NarrationException e) {
      throw new IOException(e.getMessage(), e);
    }
    outside.end().run();
    try {
      draft.flush();
    } finally {
      settings.flush();
    }
  }
}
