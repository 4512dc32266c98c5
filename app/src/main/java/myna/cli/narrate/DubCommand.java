package myna.cli.narrate;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import myna.audio.AudioException;
import myna.cli.ConsoleProgress;
import myna.cli.EngineOptions;
import myna.cli.FileOptions;
import myna.cli.Interruption;
import myna.cli.Outputs;
import myna.cli.Places;
import myna.cli.ReadingOptions;
import myna.cli.SpeechKnobs;
import myna.delivery.Loudness;
import myna.engine.Engine;
import myna.engine.EngineException;
import myna.engine.PackLease;
import myna.engine.Voices;
import myna.jobs.CancellationSwitch;
import myna.jobs.CancelledException;
import myna.narration.book.NarrationException;
import myna.narration.dub.DubCast;
import myna.narration.dub.DubFile;
import myna.narration.dub.DubOrder;
import myna.narration.dub.DubReport;
import myna.narration.read.Books;
import myna.narration.render.ClipVoices;
import myna.narration.script.Cast;
import myna.narration.script.CastFile;
import myna.speech.Knob;
import myna.speech.SpeechOptions;
import myna.speech.SpeechSettings;
import myna.text.TextException;
import myna.watermark.SyntheticNote;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code myna dub}: subtitles to speech that keeps their times. */
@Command(
    name = "dub",
    description = {
      "Speaks subtitles (SRT, VTT, ASS), each cue in its own time.",
      "What is too long is spoken faster, then into the silence behind it; the rest is reported."
    },
    mixinStandardHelpOptions = true,
    sortOptions = false)
public final class DubCommand implements Callable<Integer> {
  @Spec private CommandSpec spec;

  @Parameters(paramLabel = "SUBTITLES", description = "The subtitles.")
  private Path subtitles;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      required = true,
      description =
          "A file of sound; with --mix also a film: .mkv, .mp4, .mov, .webm. The extension says"
              + " which.")
  private Path output;

  @Mixin private NarratorVoice narrator;

  @Option(
      names = "--cast",
      paramLabel = "FILE",
      description =
          "A voice per speaker or style, a line 'NAME = voice' each; 'NAME = none' is not spoken.")
  private Path castFile;

  @Option(
      names = "--fastest",
      paramLabel = "X",
      defaultValue = "" + DubOrder.USUAL_FASTEST,
      description = "The highest speed for what is too long (default: ${DEFAULT-VALUE}).")
  private double fastest;

  @Option(
      names = "--mix",
      paramLabel = "FILM",
      description = "Mixes the speech with the sound of a film, which is lowered meanwhile.")
  private Path film;

  @Option(names = "--no-ducking", description = "Leaves the film as loud as it is.")
  private boolean unducked;

  @Option(names = "--json", description = "Prints one JSON object about all cues.")
  private boolean json;

  @Mixin private SpeechKnobs speech;

  @Mixin private ReadingOptions reading;

  @Mixin private FileOptions sound;

  @Mixin private EngineOptions engine;

  private final CancellationSwitch stop = new CancellationSwitch();

  @Override
  public Integer call()
      throws AudioException, EngineException, NarrationException, TextException, IOException {
    checkUse();
    DubOrder order = order();
    try (Interruption _ = new Interruption(stop::request, () -> {})) {
      try (Engine packs = Places.here().engine();
          PackLease pack = packs.lease(engine.choice())) {
        DubReport report = dub(pack, order);
        narrator.warning().ifPresent(it -> spec.commandLine().getErr().println("myna: " + it));
        new DubTable(report).print(spec.commandLine().getOut(), json);
        return ExitCode.OK;
      } catch (CancelledException e) {
        spec.commandLine().getErr().println("myna: stopped; nothing is written");
        return ExitCode.SOFTWARE;
      }
    }
  }

  private void checkUse() throws AudioException {
    require(film != null || !unducked, "--no-ducking goes with --mix.");
    require(
        fastest >= SpeechSettings.SLOWEST && fastest <= SpeechSettings.FASTEST,
        "--fastest must be from " + SpeechSettings.SLOWEST + " to " + SpeechSettings.FASTEST + ".");
    Outputs.check(output);
    file().check();
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new ParameterException(spec.commandLine(), otherwise);
    }
  }

  private DubOrder order() throws NarrationException, TextException {
    Cast none = Cast.of("");
    Cast cast = narrator.change(castFile == null ? none : CastFile.read(castFile, none));
    require(!cast.narrator().isEmpty(), "Who speaks? Give --voice NAME or --reference clip.wav.");
    Voices voices = new ClipVoices(Voices.of(Places.here().library()), Places.here().gate());
    SpeechOptions options = speech.options().or(SpeechOptions.NONE.with(Knob.VERIFY, true));
    DubCast speakers = new DubCast(cast, voices);
    return new DubOrder(Books.cues(subtitles), speakers, reading.settings(), options, fastest);
  }

  private DubFile file() {
    return new DubFile(
        output,
        Optional.ofNullable(film),
        !unducked,
        sound.sound(Loudness.NONE),
        SyntheticNote.labels());
  }

  private DubReport dub(PackLease pack, DubOrder order)
      throws AudioException, EngineException, IOException {
    try (ConsoleProgress progress = new ConsoleProgress("speaking")) {
      return file().write(pack, order, progress, stop);
    }
  }
}
