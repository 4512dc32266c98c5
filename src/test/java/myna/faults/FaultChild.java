package myna.faults;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.Signals;
import myna.ui.history.HistoryLog;
import myna.voice.Consent;
import myna.voice.Recording;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;

/** Another Myna: writes for ever until it is killed, or shares a folder with its parent. */
final class FaultChild {
  private static final Recording CLIP = new Recording("clip.wav", Signals.speech(1, 120, 3, 8000));

  private FaultChild() {}

  /** The two contents that the file of sound has in turn. */
  static Audio sound(int turn) {
    return Signals.sine(300 + 100 * (turn % 2), 0.5, 2, 16_000);
  }

  public static void main(String[] args) throws IOException, AudioException, VoiceException {
    Path folder = Path.of(args[1]);
    System.out.println("ready");
    if (args[0].equals("forever")) {
      for (int turn = 0; ; turn++) {
        AudioFiles.write(folder.resolve("out.wav"), sound(turn));
        AudioFiles.write(folder.resolve("out.flac"), sound(turn));
        new HistoryLog(folder.resolve("history.jsonl")).add(WriteFaultsTest.entry(turn));
        VoiceLibrary library = new VoiceLibrary(folder.resolve("voices"));
        library.delete(addVoice(library, "passing " + ProcessHandle.current().pid()));
        System.out.println("turn " + turn);
      }
    }
    share(folder, "child", Integer.parseInt(args[2]));
    System.out.println("done");
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
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--enable-native-access=ALL-UNNAMED");
    command.add("-XX:TieredStopAtLevel=1");
    command.add("-XX:+UseSerialGC");
    command.add("-cp");
    command.add(System.getProperty("java.class.path"));
    command.add("myna.faults.FaultChild");
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectErrorStream(true).start();
  }
}
