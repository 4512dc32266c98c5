package myna.narration.dub;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import myna.audio.AudioException;
import myna.codec.SeededNoise;
import myna.delivery.SoundWriter;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.engine.VoiceSource;
import myna.engine.Voices;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.narration.dub.CuePlan.Planned;
import myna.narration.read.TimedCue;
import myna.narration.read.TimedCue.Turn;
import myna.speech.SpeechSettings;
import myna.speech.SpokenSentence;
import myna.text.Sentence;
import myna.text.TextFrontEnd;

/** Speaks the cues of a film, each into its time; holds one of them at a time. */
public final class Dubbing {
  /** Between two cues that touch: the silence that sentences carry at their ends, and a little. */
  private static final double GAP = 0.2;

  private final PackLease pack;
  private final DubOrder order;
  private final TextFrontEnd frontEnd;
  private final SpeechSettings settings;
  private final List<CueReport> reports = new ArrayList<>();
  private final Map<String, Integer> voiceless = new TreeMap<>();
  private int doubtful;
  private long sentences;

  /**
   * A dubbing.
   *
   * @throws IllegalArgumentException if an option of the speech is out of its range
   */
  public Dubbing(PackLease pack, DubOrder order) {
    this.pack = pack;
    this.order = order;
    frontEnd = pack.frontEnd(order.reading());
    settings = order.speech().settings(pack.format().defaults());
  }

  /**
   * Speaks everything, once.
   *
   * @param sound takes speech of the pack's rate; it is not committed
   * @throws myna.jobs.CancelledException within one evaluation of the network
   */
  public DubReport run(SoundWriter sound, Progress progress, Cancellation cancellation)
      throws AudioException, EngineException {
    Track track = new Track(sound, pack.format().signal().outputRate());
    List<TimedCue> cues = order.cues();
    for (int i = 0; i < cues.size(); i++) {
      TimedCue cue = cues.get(i);
      progress.report((double) i / cues.size(), "cue " + (i + 1) + " of " + cues.size());
      double next = i + 1 < cues.size() ? cues.get(i + 1).start() : Double.POSITIVE_INFINITY;
      Optional<CuePlan> plan = plan(cue);
      if (plan.isPresent()) {
        speak(cue, plan.get(), next - GAP, track, cancellation);
      }
    }
    track.silenceUntil(cues.getLast().end());
    return new DubReport(reports, track.seconds(), doubtful, voiceless);
  }

  private Optional<CuePlan> plan(TimedCue cue) throws EngineException {
    List<Planned> planned = new ArrayList<>();
    for (Turn turn : cue.turns()) {
      if (order.cast().lacks(cue, turn)) {
        voiceless.merge(turn.speaker(), 1, Integer::sum);
      }
      Optional<VoiceSource> voice = order.cast().voice(cue, turn);
      if (voice.isPresent()) {
        Voices voices = order.cast().voices().withMain(voice.get());
        for (Sentence sentence : frontEnd.sentences(turn.text()).toList()) {
          planned.add(new Planned(sentence, voices, pack.length(sentence, voices)));
        }
      }
    }
    return planned.isEmpty() ? Optional.empty() : Optional.of(new CuePlan(planned));
  }

  /**
   * Speaks a cue.
   *
   * @param clear until when nobody else speaks
   */
  private void speak(
      TimedCue cue, CuePlan plan, double clear, Track track, Cancellation cancellation)
      throws AudioException, EngineException {
    double lead = plan.lead(settings.speed());
    double begin = track.start(cue.start(), lead);
    double room = Math.min(cue.end(), clear) - begin;
    double speed = Fit.speed(settings.speed(), order.fastest(), plan::seconds, room);
    track.begin(begin, lead);
    for (int i = 0; i < plan.sentences().size(); i++) {
      if (i > 0) {
        track.silence(plan.pauseBefore(i, speed));
      }
      track.add(spoken(plan.sentences().get(i), speed, cancellation).audio().samples());
    }
    double done = begin + plan.seconds(speed);
    reports.add(new CueReport(cue, begin, done, speed, clear));
  }

  private SpokenSentence spoken(Planned planned, double speed, Cancellation cancellation)
      throws EngineException {
    long seed = SeededNoise.derive(settings.seed(), sentences++);
    SpokenSentence spoken =
        pack.speak(
            planned.sentence(),
            planned.voices(),
            settings.withSpeed(speed).withSeed(seed),
            piece -> {},
            cancellation);
    spoken.words().stream().filter(word -> word.clarity().doubtful()).forEach(word -> doubtful++);
    return spoken;
  }
}
