package myna.voice;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.Resampler;
import myna.voice.VoiceException.Reason;

/** The files of clips. */
final class Clips {
  /** The longest clip that is stored. */
  static final double LONGEST_SECONDS = 60;

  /** The highest rate that is stored. */
  static final int HIGHEST_RATE = 48_000;

  private static final int LONGEST_SOURCE = 200;

  private Clips() {}

  /** Writes a recording as a new clip into a voice's folder. */
  static Clip write(Path folder, int number, Recording recording)
      throws IOException, VoiceException {
    Reference.checkSpeech(recording.audio());
    Audio audio = BestStretch.of(recording.audio(), LONGEST_SECONDS);
    audio = Resampler.resample(audio, Math.min(audio.sampleRate(), HIGHEST_RATE));
    String name = Clip.fileName(number);
    Path file = folder.resolve(name);
    try {
      AudioFiles.write(file, audio);
    } catch (AudioException e) {
      throw new VoiceException(Reason.STORAGE, e.getMessage(), e);
    }
    return new Clip(
        name, shortened(recording.source()), audio.sampleRate(), audio.length(), sha256(file));
  }

  /** Copies all clips of a voice. */
  static void copy(Path from, Path to, Voice voice) throws IOException {
    for (Clip clip : voice.clips()) {
      Files.copy(from.resolve(clip.file()), to.resolve(clip.file()));
    }
  }

  /** The lowest number that no clip of the voice has. */
  static int freeNumber(Voice voice) {
    int number = 1;
    while (hasFile(voice, Clip.fileName(number))) {
      number++;
    }
    return number;
  }

  private static boolean hasFile(Voice voice, String file) {
    return voice.clips().stream().anyMatch(clip -> clip.file().equals(file));
  }

  /** The SHA-256 of a file, in hexadecimal. */
  static String sha256(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = Files.newInputStream(file)) {
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        digest.update(buffer, 0, count);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  private static String shortened(String source) {
    return source.substring(0, Math.min(source.length(), LONGEST_SOURCE));
  }
}
