package myna.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.Signals;
import myna.files.UnwrittenException;
import myna.onnx.PackException;
import myna.ui.common.Jobs;
import myna.ui.common.JsonStore;
import myna.ui.history.Entry;
import myna.ui.history.HistoryLog;
import myna.ui.settings.Settings;
import myna.voice.Consent;
import myna.voice.Recording;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;

/**
 * Another Myna: {@code forever FOLDER} writes everything until it is killed, {@code large FOLDER}
 * writes what takes long, {@code import FOLDER PACK} imports a pack, {@code share FOLDER TIMES}
 * shares a folder with its parent.
 */
final class FaultChild {
  private static final Recording CLIP = new Recording("clip.wav", Signals.speech(1, 120, 3, 8000));

  private static final int LARGE = 8_000_000;

  private FaultChild() {}

  /** The store of the settings in a folder. */
  static JsonStore<Settings> settings(Path folder) {
    return new JsonStore<>(folder.resolve("settings.json"), Settings.defaults(), Jobs.sameThread());
  }

  /** The two settings that are kept in turn. */
  static Settings settings(int turn) {
    return Settings.defaults().with(new Settings.Sound("microphone " + turn % 2, null));
  }

  /** Keeps settings in a folder. */
  static void keep(Path folder, int turn) throws UnwrittenException {
    JsonStore<Settings> store = settings(folder);
    store.change(any -> settings(turn));
    store.flush();
  }

  /** Settings, and a history of one entry, that take long to write. */
  private static void writeLarge(Path folder, int turn) throws UnwrittenException {
    String text = (turn % 2 == 0 ? "a" : "b").repeat(LARGE);
    JsonStore<Settings> store = settings(folder);
    store.change(settings -> settings.with(new Settings.Sound(text, null)));
    store.flush();
    Entry like = WriteFaultsTest.entry(0);
    new HistoryLog(folder.resolve("history.jsonl"))
        .add(new Entry(turn, "a".repeat(LARGE), like.voice(), like.manner(), List.of()));
  }

  /** The two contents that the file of sound has in turn. */
  static Audio sound(int turn) {
    return Signals.sine(300 + 100 * (turn % 2), 0.5, 2, 16_000);
  }

  public static void main(String[] args)
      throws IOException, AudioException, VoiceException, PackException {
    Path folder = Path.of(args[1]);
    System.out.println("ready");
    switch (args[0]) {
      case "forever" -> forever(folder);
      case "large" -> large(folder);
      case "import" -> WriteFaultsTest.shelf(folder).take(Path.of(args[2]));
      default -> share(folder, "child", Integer.parseInt(args[2]));
    }
    System.out.println("done");
  }

  private static void forever(Path folder) throws IOException, AudioException, VoiceException {
    for (int turn = 0; ; turn++) {
      AudioFiles.write(folder.resolve("out.wav"), sound(turn));
      AudioFiles.write(folder.resolve("out.flac"), sound(turn));
      new HistoryLog(folder.resolve("history.jsonl")).add(WriteFaultsTest.entry(turn));
      keep(folder, turn);
      VoiceLibrary library = new VoiceLibrary(folder.resolve("voices"));
      library.delete(addVoice(library, "passing " + ProcessHandle.current().pid()));
      System.out.println("turn " + turn);
    }
  }

  private static void large(Path folder) throws UnwrittenException {
    for (int turn = 0; ; turn++) {
      writeLarge(folder, turn);
      System.out.println("turn " + turn);
    }
  }

  /** Adds voices and entries of a history. */
  static void share(Path folder, String name, int times) throws IOException, VoiceException {
    VoiceLibrary library = new VoiceLibrary(folder.resolve("voices"));
    HistoryLog history = new HistoryLog(folder.resolve("history.jsonl"));
    for (int i = 0; i < times; i++) {
      addVoice(library, name + " " + i);
      history.add(WriteFaultsTest.entry(name.hashCode() + i));
    }
  }

  private static Voice addVoice(VoiceLibrary library, String name) throws VoiceException {
    Consent mine = new Consent(Consent.Kind.MINE, LocalDate.of(2025, 3, 1));
    return library.create(name, mine, List.of(CLIP));
  }

  /** Starts a Java with this class. */
  static Process start(String... arguments) throws IOException {
    return Java.command(List.of(), "myna.faults.FaultChild", arguments).start();
  }
}
