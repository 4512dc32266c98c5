package myna.speech;

/** Who speaks. */
@FunctionalInterface
public interface VoiceCast {
  /**
   * The voice for a name in the text.
   *
   * @param name or null for the main voice
   * @return the main voice where nobody has that name
   */
  VoiceFeatures voice(String name);

  /** One voice for everything. */
  static VoiceCast of(VoiceFeatures voice) {
    return name -> voice;
  }
}
