package myna.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import myna.audio.Audio;
import myna.codec.NetworkException;
import myna.jobs.Cancellation;
import myna.jobs.Progress;
import myna.onnx.PackException;
import myna.onnx.RuntimeSettings;
import myna.onnx.pack.ModelPack;
import myna.resgen.adapt.AdaptedVoice;
import myna.resgen.adapt.Adapter;
import myna.resgen.adapt.Split;
import myna.resgen.adapt.StepNetwork;
import myna.speech.SpeechException;
import myna.speech.SpeechOptions;
import myna.speech.SpeechSettings;
import myna.speech.listen.Similarity;
import myna.speech.model.SpeechModel;
import myna.speech.model.VoiceFeatures;
import myna.speech.synthesis.Passage;
import myna.speech.synthesis.Recital;
import myna.speech.synthesis.Synthesizer;
import myna.speech.synthesis.VoiceCast;
import myna.text.TextFrontEnd;

/** Adapts a pack to a voice: hears what was read, learns from it, and says what that brought. */
final class VoiceAdapter {
  private static final double LISTENED = 0.1;
  private static final double LEARNED = 0.9;

  /** Held-back sentences that are spoken for the likeness. */
  private static final int MOST_SPOKEN = 3;

  private final ModelPack pack;
  private final RuntimeSettings runtime;
  private final SpeechModel model;
  private final TextFrontEnd frontEnd;

  VoiceAdapter(ModelPack pack, RuntimeSettings runtime, SpeechModel model, TextFrontEnd frontEnd) {
    this.pack = pack;
    this.runtime = runtime;
    this.model = model;
    this.frontEnd = frontEnd;
  }

  /** As {@link PackLease#adapt}. */
  Adapted adapt(AdaptRequest request, Progress progress, Cancellation cancellation)
      throws EngineException {
    try {
      progress.report(0, "listening");
      Lesson lesson = new LessonMaker(model, frontEnd).make(request.readings(), cancellation);
      AdaptedVoice voice =
          learn(lesson.split(), request, progress.part(LISTENED, LEARNED), cancellation);
      progress.report(LEARNED, "comparing");
      List<Audio> clips = request.voice().clips();
      return new Adapted(
          voice.encode(),
          lesson.readings(),
          lesson.leftOut(),
          sample(lesson, clips, Optional.empty(), cancellation),
          sample(lesson, clips, Optional.of(voice), cancellation));
    } catch (SpeechException e) {
      throw EngineException.of(e);
    } catch (PackException e) {
      throw EngineException.of(e);
    } catch (NetworkException e) {
      throw EngineException.of(e);
    }
  }

  private AdaptedVoice learn(
      Split split, AdaptRequest request, Progress progress, Cancellation cancellation)
      throws PackException {
    double minutes = split.frames() * model.format().signal().frameSeconds() / 60;
    Adapter.Plan plan = Adapter.Plan.of(minutes, request.seed()).within(request.minutes());
    try (StepNetwork step = pack.step(runtime)) {
      Adapter adapter =
          new Adapter(
              step, model.codec().quantizer().codebooks(), model.format().defaults().schedule());
      Adapter.Learned learned = adapter.learn(split, plan, progress, cancellation);
      return new AdaptedVoice(pack.identity(), learned.additions()).rounded();
    }
  }

  /** Speaks some held-back sentences, and compares them with their recordings. */
  private Adapted.Sample sample(
      Lesson lesson, List<Audio> clips, Optional<AdaptedVoice> adapted, Cancellation cancellation)
      throws SpeechException {
    Synthesizer synthesizer = new Synthesizer(model);
    VoiceFeatures voice = synthesizer.voice(clips, adapted);
    Recital recital = new Recital(synthesizer, frontEnd);
    SpeechSettings settings = SpeechOptions.NONE.settings(model.format().defaults());
    List<Double> found = new ArrayList<>();
    List<Audio> all = new ArrayList<>();
    for (Lesson.Held held : lesson.held().stream().limit(MOST_SPOKEN).toList()) {
      Passage passage = new Passage(held.text(), VoiceCast.of(voice), settings);
      Audio spoken = recital.speak(passage, cancellation).audio();
      Audio recording = new Audio(held.samples(), model.format().signal().sampleRate());
      Similarity.of(model, spoken, recording).ifPresent(found::add);
      all.add(spoken);
    }
    return new Adapted.Sample(
        found.stream().mapToDouble(Double::doubleValue).average(), all.getFirst());
  }
}
