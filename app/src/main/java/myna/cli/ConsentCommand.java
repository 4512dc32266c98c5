package myna.cli;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.engine.Engine;
import myna.engine.EngineException;
import myna.engine.HeardConsent;
import myna.engine.PackLease;
import myna.text.TextException;
import myna.voice.ConsentSentence;
import myna.voice.Voice;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ParentCommand;
import picocli.CommandLine.Spec;

/** {@code myna voice consent}: asks whose voice it is to say so, and listens to the answer. */
@Command(
    name = "consent",
    description =
        "Prints a sentence for the owner of a voice to say within half an hour; with a recording"
            + " of it, checks that it is said there, by that voice, and by no machine, and keeps"
            + " that with the voice.",
    mixinStandardHelpOptions = true)
final class ConsentCommand implements Callable<Integer> {
  private final Clock clock = Clock.system(ZoneId.systemDefault());

  @ParentCommand private VoiceCommand voices;
  @Spec private CommandSpec spec;
  @Mixin private EngineOptions engine;
  @Mixin private ReadingOptions reading;

  @Parameters(index = "0", paramLabel = "NAME", description = "The voice.")
  private String name;

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "RECORDING",
      description = "Somebody says the sentence that was printed last.")
  private Path recording;

  @Option(
      names = "--json",
      description = "Prints what was heard of a recording as one JSON object.")
  private boolean json;

  /**
   * What {@code --json} prints.
   *
   * @param refusal null where it is consent
   * @param words score of the drawn words
   * @param share of all words that were heard
   * @param likeness null where the pack cannot tell
   * @param watermark score of the search for it
   */
  private record Report(
      boolean consent,
      String refusal,
      double words,
      double share,
      Double likeness,
      double watermark) {
    static Report of(HeardConsent heard) {
      return new Report(
          heard.refusal().isEmpty(),
          heard.refusal().map(VoicePrinter::lower).orElse(null),
          Json.rounded(heard.words()),
          Json.rounded(heard.share()),
          heard.likeness().isPresent() ? Json.rounded(heard.likeness().getAsDouble()) : null,
          Json.rounded(heard.watermark().score()));
    }
  }

  @Override
  public Integer call() throws AudioException, EngineException, TextException, VoiceException {
    VoiceLibrary library = voices.library();
    Voice voice = library.get(name);
    if (recording == null) {
      ConsentSentence sentence =
          ConsentSentence.draw(voice.name(), LocalDate.now(clock), new SecureRandom());
      library.ask(voice, sentence, clock.instant());
      spec.commandLine().getOut().println(sentence.text());
      return ExitCode.OK;
    }
    ConsentSentence asked =
        library
            .asked(voice, clock.instant())
            .orElseThrow(
                () ->
                    new VoiceException(
                        VoiceException.Reason.NO_CONSENT,
                        "\""
                            + voice.name()
                            + "\" was asked nothing in the last half hour: myna voice consent NAME"
                            + " prints what to say"));
    return answer(library, voice, asked, AudioFiles.read(recording));
  }

  private Integer answer(VoiceLibrary library, Voice voice, ConsentSentence asked, Audio said)
      throws AudioException, EngineException, TextException, VoiceException {
    HeardConsent heard;
    try (Engine packs = Places.here().engine();
        PackLease pack = packs.lease(engine.choice())) {
      heard = pack.hearConsent(asked, said, library.read(voice), reading.settings());
    }
    if (json) {
      spec.commandLine().getOut().println(Json.write(Report.of(heard)));
    }
    if (heard.refusal().isPresent()) {
      throw new VoiceException(
          VoiceException.Reason.NO_CONSENT, "no consent: " + why(heard.refusal().get()));
    }
    Voice changed = library.consent(voice, heard.spoken(asked, LocalDate.now(clock)));
    if (!json) {
      spec.commandLine().getOut().println(VoicePrinter.line(changed));
    }
    return ExitCode.OK;
  }

  private static String why(HeardConsent.Refusal refusal) {
    return switch (refusal) {
      case SYNTHETIC -> "the recording carries the watermark of synthetic speech, or may";
      case OTHER_WORDS ->
          "the sentence was not heard in the recording; say every word of it, near the microphone";
      case OTHER_VOICE -> "the recording does not sound like the clips of the voice";
      case NO_SPEAKER_NETWORK -> "this pack cannot tell voices apart";
    };
  }
}
