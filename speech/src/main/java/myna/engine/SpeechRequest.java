package myna.engine;

import myna.speech.SpeechOptions;
import myna.text.TextSettings;

/**
 * A text that is to be spoken.
 *
 * @param text as it is written
 * @param reading how it is read: locale and lexicons of one's own
 * @param voices who speaks it
 * @param options how; what is not chosen is the pack's
 */
public record SpeechRequest(
    String text, TextSettings reading, Voices voices, SpeechOptions options) {
  /** A text in one voice, as the pack speaks best. */
  public static SpeechRequest of(String text, VoiceSource voice) {
    return new SpeechRequest(text, TextSettings.DEFAULT, Voices.of(voice), SpeechOptions.NONE);
  }

  /** The same with other options. */
  public SpeechRequest with(SpeechOptions other) {
    return new SpeechRequest(text, reading, voices, other);
  }
}
