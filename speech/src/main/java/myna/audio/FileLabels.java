package myna.audio;

import java.util.List;
import java.util.Map;

/**
 * What an audio file says of itself, as far as its format has a place for it.
 *
 * @param tags by FFmpeg's names, such as title, artist, album, date, comment
 * @param chapters in order, without gaps
 * @param picture of the cover, a JPEG or PNG file; owned by the record; empty for none
 * @param seal put on a file, not on a stream
 */
public record FileLabels(
    Map<String, String> tags, List<Chapter> chapters, byte[] picture, Seal seal) {
  /** Nothing. */
  public static final FileLabels NONE = new FileLabels(Map.of(), List.of(), new byte[0]);

  /** Labels of a file without a seal. */
  public FileLabels(Map<String, String> tags, List<Chapter> chapters, byte[] picture) {
    this(tags, chapters, picture, Seal.NONE);
  }

  /** Copies the collections. */
  public FileLabels {
    tags = Map.copyOf(tags);
    chapters = List.copyOf(chapters);
  }

  /**
   * A chapter.
   *
   * @param title for the listener
   * @param start its first sample, at the file's rate
   * @param end the sample after its last
   */
  public record Chapter(String title, long start, long end) {}

  /** The same with a seal. */
  public FileLabels sealed(Seal other) {
    return new FileLabels(tags, chapters, picture, other);
  }

  boolean hasPicture() {
    return picture.length > 0;
  }

  boolean isPng() {
    return hasPicture() && (picture[0] & 0xFF) == 0x89;
  }
}
