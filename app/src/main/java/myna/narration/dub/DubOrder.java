package myna.narration.dub;

import java.util.List;
import myna.narration.read.TimedCue;
import myna.speech.SpeechOptions;
import myna.text.TextSettings;

/**
 * What is to be spoken, and how.
 *
 * @param cues in the order of their starts
 * @param cast who speaks
 * @param reading how texts are read
 * @param speech how it is spoken; its speed is that of cues with time enough
 * @param fastest the highest speed that still sounds natural
 */
public record DubOrder(
    List<TimedCue> cues, DubCast cast, TextSettings reading, SpeechOptions speech, double fastest) {
  /** As fast as newsreaders are; much more is a hurry. */
  public static final double USUAL_FASTEST = 1.4;

  /** Copies the list. */
  public DubOrder {
    cues = List.copyOf(cues);
  }
}
