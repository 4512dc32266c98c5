package myna.narration.export;

import java.nio.file.Path;
import java.util.Set;
import myna.audio.Seal;
import myna.delivery.Sound;
import myna.delivery.Subtitles;
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
   * Who made it.
   *
   * @param narrator as it is to be shown, such as the voice's name
   * @param comment that says that the speech is synthesized
   * @param seal put on each file
   */
  public record Credits(String narrator, String comment, Seal seal) {
    /** The credits of a voice. */
    public static Credits of(String voice) {
      return new Credits(
          voice, SyntheticNote.comment() + ", in the voice \"" + voice + "\"", Seal.NONE);
    }

    /** The same with a seal. */
    public Credits sealed(Seal other) {
      return new Credits(narrator, comment, other);
    }
  }

  /** One file in the default way. */
  public static ExportSettings of(Path output, String voice) {
    return new ExportSettings(output, false, Sound.AUDIOBOOK, Set.of(), Credits.of(voice));
  }
}
