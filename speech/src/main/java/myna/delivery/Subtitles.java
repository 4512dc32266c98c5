package myna.delivery;

import java.util.Locale;

/** Kinds of subtitle files. */
public enum Subtitles {
  /** SubRip, a cue per sentence. */
  SRT("srt", false),
  /** SubRip, a cue per word. */
  SRT_WORDS("srt", true),
  /** WebVTT, a cue per sentence. */
  VTT("vtt", false),
  /** WebVTT, a cue per word. */
  VTT_WORDS("vtt", true),
  /** Lyrics, a line per sentence. */
  LRC("lrc", false),
  /** Lyrics, a line per sentence with the time of each word. */
  LRC_WORDS("lrc", true);

  private final String extension;
  private final boolean words;

  Subtitles(String extension, boolean words) {
    this.extension = extension;
    this.words = words;
  }

  /** The extension of such files, without the dot. */
  public String extension() {
    return extension;
  }

  /** What the names of such files end with. */
  String suffix() {
    return words ? "words." + extension : extension;
  }

  boolean isByWord() {
    return words;
  }

  /**
   * The kind of a name such as {@code srt} or {@code vtt-words}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Subtitles of(String name) {
    for (Subtitles kind : values()) {
      if (kind.name().replace('_', '-').equalsIgnoreCase(name)) {
        return kind;
      }
    }
    throw new IllegalArgumentException(
        "there are no subtitles '" + name + "': use srt, vtt or lrc, each also with -words");
  }

  /** Writes times as the format does. */
  String time(double seconds) {
    long millis = Math.round(seconds * 1000);
    long minutes = millis / 60_000;
    return switch (extension) {
      case "srt" ->
          String.format(
              Locale.ROOT,
              "%02d:%02d:%02d,%03d",
              minutes / 60,
              minutes % 60,
              millis / 1000 % 60,
              millis % 1000);
      case "vtt" ->
          String.format(
              Locale.ROOT,
              "%02d:%02d:%02d.%03d",
              minutes / 60,
              minutes % 60,
              millis / 1000 % 60,
              millis % 1000);
      default ->
          String.format(
              Locale.ROOT, "%02d:%02d.%02d", minutes, millis / 1000 % 60, millis / 10 % 100);
    };
  }
}
