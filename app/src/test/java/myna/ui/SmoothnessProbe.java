package myna.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.TextArea;
import myna.engine.Engine;
import myna.engine.PackChoice;
import myna.onnx.PackShelf;

/** Speaks with the model that comes with the program, and measures how smooth the window stays. */
public final class SmoothnessProbe {
  private static final int SENTENCES = 12;

  private SmoothnessProbe() {}

  /** Prints the longest frame. */
  public static void main(String[] arguments) throws IOException {
    Path home = Files.createTempDirectory("myna");
    Engine engine =
        new Engine(
            new PackShelf(Path.of("models"), home.resolve("models")), Path.of("target", "natives"));
    TestStudio studio = TestStudio.open(home, () -> engine.lease(PackChoice.DEFAULT));
    studio.addSampleVoices();
    String text = "The myna bird listens before it speaks, and then it speaks. ".repeat(SENTENCES);
    BusyMeter meter = new BusyMeter();
    Headless.run(
        () -> {
          meter.start();
          studio.find("#text", TextArea.class).setText(text);
        });
    Headless.await("the sentences are there", () -> studio.lineCount() == SENTENCES);
    studio.press("#play");
    long end = System.nanoTime() + 120_000_000_000L;
    while (!studio.isAllMade() && System.nanoTime() < end) {
      Headless.settle();
    }
    Headless.run(meter::stop);
    System.out.printf(
        "%d sentences, all made: %b; %d frames, the longest took the thread of the views %.0f ms,"
            + " by the clock %.0f ms%n",
        SENTENCES,
        studio.isAllMade(),
        meter.frames(),
        meter.longestMillis(),
        meter.longestGapMillis());
    studio.close();
    System.exit(0);
  }
}
