package myna.audio;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import myna.audio.AudioException.Reason;

/** The formats that Myna writes. */
public enum OutputFormat {
  /** 16-bit PCM. */
  WAV("", "", 0),
  /** 16-bit PCM, little-endian, and nothing else. */
  PCM("", "", 0),
  /** Free Lossless Audio Codec, 16 bits. */
  FLAC("flac", "flac", 0),
  /** MPEG-1 and MPEG-2 layer III. */
  MP3("mp3", "libmp3lame", 96_000),
  /** Opus in Ogg. */
  OPUS("ogg", "libopus", 48_000),
  /** AAC in ADTS, which can be listened to while it is written. */
  AAC("adts", "aac", 80_000),
  /** AAC in MP4; as M4B, an audiobook. */
  M4A("ipod", "aac", 80_000);

  private final String container;
  private final String codec;
  private final int bitRate;

  OutputFormat(String container, String codec, int bitRate) {
    this.container = container;
    this.codec = codec;
    this.bitRate = bitRate;
  }

  /** The extensions of its files' names. */
  public List<String> extensions() {
    return switch (this) {
      case WAV -> List.of("wav");
      case PCM -> List.of("pcm");
      case AAC -> List.of("aac");
      case FLAC -> List.of("flac");
      case MP3 -> List.of("mp3");
      case OPUS -> List.of("opus", "ogg");
      case M4A -> List.of("m4a", "m4b");
    };
  }

  /** The sample rates that it holds, ascending; none named where it holds any. */
  private List<Integer> sampleRates() {
    return switch (this) {
      case WAV, PCM, FLAC -> List.of();
      case MP3 -> List.of(16000, 22050, 24000, 32000, 44100, 48000);
      case OPUS -> List.of(8000, 12000, 16000, 24000, 48000);
      case AAC, M4A -> List.of(8000, 11025, 12000, 16000, 22050, 24000, 32000, 44100, 48000);
    };
  }

  /**
   * The format that a file name's extension names.
   *
   * @throws AudioException with {@link Reason#UNKNOWN_FORMAT} if it names none
   */
  public static OutputFormat of(Path file) throws AudioException {
    String extension = extension(file);
    for (OutputFormat format : values()) {
      if (format.extensions().contains(extension)) {
        return format;
      }
    }
    throw new AudioException(
        Reason.UNKNOWN_FORMAT,
        (extension.isEmpty()
                ? file + " has no extension to tell the format by"
                : "Myna does not write ." + extension + " files")
            + "; it writes "
            + allExtensions());
  }

  /** Whether it can be written into a stream, where nobody can go back to the start. */
  public boolean isStreamable() {
    return this != M4A;
  }

  /** FFmpeg's name of the container. */
  String container() {
    return container;
  }

  /** FFmpeg's name of the encoder. */
  String codec() {
    return codec;
  }

  /** Bits per second for one channel, or 0 where there is nothing to choose. */
  int bitRate() {
    return bitRate;
  }

  /** The sample rate nearest above the given one, or the highest, that the format can hold. */
  public int sampleRateFor(int sampleRate) {
    List<Integer> rates = sampleRates();
    if (rates.isEmpty()) {
      return sampleRate;
    }
    return rates.stream().filter(rate -> rate >= sampleRate).findFirst().orElse(rates.getLast());
  }

  private static String allExtensions() {
    return Stream.of(values())
        .flatMap(format -> format.extensions().stream())
        .map(extension -> "." + extension)
        .collect(Collectors.joining(", "));
  }

  private static String extension(Path file) {
    Path name = file.getFileName();
    if (name == null) {
      return "";
    }
    int dot = name.toString().lastIndexOf('.');
    return dot < 0 ? "" : name.toString().substring(dot + 1).toLowerCase(Locale.ROOT);
  }
}
