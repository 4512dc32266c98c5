package myna.narration.export;

import java.nio.file.Path;
import java.util.Set;
import myna.watermark.SyntheticNote;

/**
 * What is to be made of a rendered project.
 *
 * @param output the file; its extension names the format: m4b, m4a, mp3, flac, wav, opus or ogg, or
 *     epub for a book with its narration
 * @param perChapter whether each chapter becomes a file of its own, beside where the one would be
 * @param sound how it is to sound
 * @param subtitles to be written beside the sound
 * @param credits what the files say about who made them
 */
public record ExportSettings(
    Path output, boolean perChapter, Sound sound, Set<Subtitles> subtitles, Credits credits) {
  public ExportSettings {
    subtitles = Set.copyOf(subtitles);
  }

  /**
   * How an audiobook sounds.
   *
   * @param loudness it is brought to
   * @param sampleRate of the file, or 0 for the voice's own
   * @param bitRate in bits per second, or 0 for the format's usual one
   * @param marked whether it carries the inaudible mark of synthetic speech
   */
  public record Sound(Loudness loudness, int sampleRate, int bitRate, boolean marked) {
    /** As audiobook shops ask for, at the voice's own rate. */
    public static final Sound DEFAULT = new Sound(Loudness.ACX, 0, 0, true);
  }

  /**
   * Who made it.
   *
   * @param narrator as it is to be shown, such as the voice's name
   * @param comment that says that the speech is synthesized
   */
  public record Credits(String narrator, String comment) {
    /** The credits of a voice. */
    public static Credits of(String voice) {
      return new Credits(voice, SyntheticNote.comment() + ", in the voice \"" + voice + "\"");
    }
  }

  /** One file in the default way. */
  public static ExportSettings of(Path output, String voice) {
    return new ExportSettings(output, false, Sound.DEFAULT, Set.of(), Credits.of(voice));
  }
}
