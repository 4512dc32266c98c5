package myna.engine;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import myna.audio.Audio;
import myna.speech.listen.Similarity;
import myna.voice.ProtectedVoices;
import myna.voice.VoiceException;
import myna.voice.VoiceException.Reason;
import myna.voice.VoiceLibrary;
import myna.voice.Voiceprint;

/**
 * Keeps out the voices of a list. Where that cannot be told, since the pack is not there or tells
 * voices otherwise than who made the list, no voice comes in. An empty list costs nothing.
 *
 * @param voices that may not come in
 * @param leases of the pack that tells voices apart
 */
public record ProtectedVoicesGate(ProtectedVoices voices, Leases leases)
    implements VoiceLibrary.Gate {
  @Override
  public void check(List<Audio> clips) throws VoiceException {
    List<ProtectedVoices.Entry> entries = voices.list();
    if (entries.isEmpty() || clips.isEmpty()) {
      return;
    }
    Heard heard = hear(clips);
    Voiceprint print = heard.print();
    for (ProtectedVoices.Entry entry : entries) {
      if (!entry.print().isLike(print)) {
        throw refused(
            "whether this voice may be cloned cannot be told: "
                + name(entry)
                + " of the protected voices was made by another pack; make it anew or remove it");
      }
    }
    Optional<ProtectedVoices.Entry> nearest =
        entries.stream()
            .filter(entry -> likeness(entry, print) >= heard.least())
            .max(Comparator.comparingDouble(entry -> likeness(entry, print)));
    if (nearest.isPresent()) {
      throw refused(
          "this voice may not be cloned: it is like "
              + name(nearest.get())
              + " of the protected voices");
    }
  }

  private static double likeness(ProtectedVoices.Entry entry, Voiceprint print) {
    return Similarity.cosine(entry.print().values(), print.values());
  }

  private static String name(ProtectedVoices.Entry entry) {
    return entry.label().isEmpty() ? entry.id() : entry.id() + " (" + entry.label() + ")";
  }

  /**
   * What a pack says of a voice.
   *
   * @param least likeness at which another is taken for it
   */
  private record Heard(Voiceprint print, double least) {}

  private Heard hear(List<Audio> clips) throws VoiceException {
    try (PackLease pack = leases.lease()) {
      Voiceprint print =
          pack.voiceprint(clips)
              .orElseThrow(
                  () ->
                      refused(
                          "whether this voice may be cloned cannot be told: the pack has no speaker"
                              + " network"));
      return new Heard(print, pack.format().likeness().listed());
    } catch (EngineException e) {
      throw new VoiceException(
          Reason.PROTECTED,
          "whether this voice may be cloned cannot be told: " + e.getMessage(),
          e);
    }
  }

  private static VoiceException refused(String why) {
    return new VoiceException(Reason.PROTECTED, why);
  }
}
