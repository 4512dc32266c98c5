package myna.narration;

import myna.audio.Audio;
import myna.audio.Resampler;
import myna.narration.NarrationException.Reason;
import myna.narration.render.Voices;
import myna.speech.ReferenceClipTest;

/** One voice: Ruth's. */
public final class RuthsVoice implements Voices {
  @Override
  public String fingerprint(String voice) throws NarrationException {
    if (!voice.equals("Ruth")) {
      throw new NarrationException(Reason.BAD_CAST, "there is no voice called " + voice);
    }
    return voice;
  }

  @Override
  public Audio clip(String voice, int sampleRate) {
    return Resampler.resample(ReferenceClipTest.clip(0.3, 3, 16_000), sampleRate);
  }
}
