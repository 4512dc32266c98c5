package myna.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.audio.Resampler;
import myna.codec.Tokens;
import myna.onnx.PackException;
import myna.speech.SpeechModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code myna codec}: audio to tokens and back. */
@Command(
    name = "codec",
    description = "Turns audio into tokens and back.",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      CodecCommand.Encode.class,
      CodecCommand.Decode.class,
      CodecCommand.RoundTrip.class
    })
public final class CodecCommand implements Runnable {
  @Spec private CommandSpec spec;

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "codec needs encode, decode or roundtrip.");
  }

  /** What the three have in common. */
  abstract static class Step implements Callable<Integer> {
    @Mixin EngineOptions engine;

    @Parameters(index = "0", paramLabel = "INPUT", description = "File to read.")
    Path input;

    @Parameters(index = "1", paramLabel = "OUTPUT", description = "File to write.")
    Path output;

    @Override
    public Integer call() throws AudioException, PackException, IOException {
      Outputs.check(output);
      try (SpeechModel model = engine.pack().load(engine.runtime())) {
        work(model);
      }
      return ExitCode.OK;
    }

    abstract void work(SpeechModel model) throws AudioException, IOException;

    Audio read(SpeechModel model) throws AudioException {
      return Resampler.resample(AudioFiles.read(input), model.format().signal().sampleRate());
    }
  }

  /** Audio to tokens. */
  @Command(
      name = "encode",
      description = "Writes the tokens of an audio file as JSON.",
      mixinStandardHelpOptions = true)
  static final class Encode extends Step {
    @Override
    void work(SpeechModel model) throws AudioException, IOException {
      Audio audio = read(model);
      Tokens tokens = model.codec().encode(audio.samples());
      String pack = model.format().pack();
      Json.write(output, TokenFile.of(pack, audio.length(), audio.sampleRate(), tokens));
    }
  }

  /** Options of what makes sound. */
  abstract static class Sounding extends Step {
    @Spec CommandSpec spec;

    @Option(
        names = "--depths",
        paramLabel = "N",
        description = "How many depths to keep, the coarsest first (default: all).")
    Integer depths;

    @Option(
        names = "--seed",
        paramLabel = "N",
        defaultValue = "0",
        description = "Seed of the decoder's noise (default: ${DEFAULT-VALUE}).")
    long seed;

    int depths(int most) {
      int wanted = depths == null ? most : depths;
      if (wanted < 1 || wanted > most) {
        throw new ParameterException(
            spec.commandLine(), "--depths must be from 1 to " + most + ".");
      }
      return wanted;
    }
  }

  /** Tokens to audio. */
  @Command(
      name = "decode",
      description = "Writes the audio of a file of tokens.",
      mixinStandardHelpOptions = true)
  static final class Decode extends Sounding {
    @Override
    void work(SpeechModel model) throws AudioException, IOException {
      TokenFile file = TokenFile.read(input);
      if (!file.pack().equals(model.format().pack())) {
        throw new IOException(
            "%s holds tokens of %s, not of %s"
                .formatted(input, file.pack(), model.format().pack()));
      }
      Tokens tokens = file.tokens(model.codec().quantizer().codebooks().size());
      if (tokens.depth() > model.codec().quantizer().codebooks().depth()) {
        throw new IOException(input + " holds more depths than the codec has");
      }
      float[] samples = model.codec().decode(tokens.prefix(depths(tokens.depth())), seed);
      int length =
          Math.min(model.codec().framing().decoded(Math.max(0, file.samples())), samples.length);
      AudioFiles.write(
          output, new Audio(Arrays.copyOf(samples, length), model.format().signal().outputRate()));
    }
  }

  /** Audio to tokens to audio. */
  @Command(
      name = "roundtrip",
      description = "Writes what is left of an audio file that goes through the codec.",
      mixinStandardHelpOptions = true)
  static final class RoundTrip extends Sounding {
    @Override
    void work(SpeechModel model) throws AudioException {
      Audio audio = read(model);
      int kept = depths(model.codec().quantizer().codebooks().depth());
      float[] samples = model.codec().roundTrip(audio.samples(), kept, seed);
      AudioFiles.write(output, new Audio(samples, model.format().signal().outputRate()));
    }
  }
}
