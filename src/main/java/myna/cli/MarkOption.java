package myna.cli;

import myna.audio.Audio;
import myna.watermark.Watermarker;
import picocli.CommandLine.Option;

/** Whether what is written carries the inaudible mark of synthetic speech. */
final class MarkOption {
  @Option(
      names = "--no-watermark",
      description =
          "Leaves out the inaudible mark by which voice detect knows synthetic speech of Myna.")
  private boolean unmarked;

  boolean isOn() {
    return !unmarked;
  }

  Audio apply(Audio audio) {
    return unmarked ? audio : Watermarker.mark(audio);
  }
}
