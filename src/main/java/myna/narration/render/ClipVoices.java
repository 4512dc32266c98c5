package myna.narration.render;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.Resampler;
import myna.narration.NarrationException;
import myna.narration.NarrationException.Reason;

/** Voices that are files: a cast names them {@code file:PATH}. All others are another's. */
public final class ClipVoices implements Voices {
  private static final String PREFIX = "file:";

  private final Voices others;
  private final Map<String, String> fingerprints = new HashMap<>();

  /**
   * @param others who are asked for every other name
   */
  public ClipVoices(Voices others) {
    this.others = others;
  }

  /** The name of the voice in a file. */
  public static String name(Path file) {
    return PREFIX + file.toAbsolutePath().normalize();
  }

  /** How a voice is called in the credits. */
  public static String shown(String voice) {
    if (!voice.startsWith(PREFIX)) {
      return voice;
    }
    String name = String.valueOf(Path.of(voice.substring(PREFIX.length())).getFileName());
    int dot = name.lastIndexOf('.');
    return dot > 0 ? name.substring(0, dot) : name;
  }

  @Override
  public String fingerprint(String voice) throws NarrationException {
    String known = fingerprints.get(voice);
    if (known != null) {
      return known;
    }
    String print = voice.startsWith(PREFIX) ? hash(file(voice)) : others.fingerprint(voice);
    fingerprints.put(voice, print);
    return print;
  }

  @Override
  public Audio clip(String voice, int sampleRate) throws NarrationException {
    if (!voice.startsWith(PREFIX)) {
      return others.clip(voice, sampleRate);
    }
    try {
      return Resampler.resample(AudioFiles.read(file(voice)), sampleRate);
    } catch (AudioException e) {
      throw new NarrationException(Reason.BAD_CAST, e.getMessage(), e);
    }
  }

  private static Path file(String voice) {
    return Path.of(voice.substring(PREFIX.length()));
  }

  private static String hash(Path file) throws NarrationException {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(Files.readAllBytes(file)));
    } catch (IOException e) {
      throw new NarrationException(Reason.BAD_CAST, "there is no clip " + file, e);
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
