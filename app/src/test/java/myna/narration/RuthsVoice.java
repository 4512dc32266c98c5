package myna.narration;

import java.util.List;
import java.util.Optional;
import myna.engine.VoiceSource;
import myna.engine.Voices;
import myna.speech.ReferenceClipTest;

/** One voice: Ruth's. */
public final class RuthsVoice implements Voices {
  @Override
  public Optional<VoiceSource> find(String name) {
    return "Ruth".equals(name)
        ? Optional.of(VoiceSource.of(List.of(ReferenceClipTest.clip(0.3, 3, 16_000))))
        : Optional.empty();
  }
}
