package myna.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.application.Platform;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import javafx.scene.transform.Transform;
import javax.imageio.ImageIO;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The toolkit without a display: runs code in it, waits for it, and takes pictures. */
public final class Headless {
  private static final Path PICTURES = Path.of("target", "screenshots");
  private static final long PATIENCE_SECONDS = 60;

  private Headless() {}

  /** Starts the toolkit where it is not yet started. */
  public static void start() {
    try {
      if (!FxToolkit.isFXApplicationThreadRunning()) {
        FxToolkit.registerPrimaryStage();
      }
      Platform.setImplicitExit(false);
    } catch (TimeoutException e) {
      throw new AssertionError(e);
    }
  }

  /** Runs code in the toolkit's thread and gives back what it gives. */
  public static <T> T in(Callable<T> code) {
    return WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, code);
  }

  /** Runs code in the toolkit's thread. */
  public static void run(Runnable code) {
    WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1000, code);
    settle();
  }

  /** Waits until the toolkit has nothing left to do. */
  public static void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Waits until something holds, asked in the toolkit's thread. */
  public static void await(String what, BooleanSupplier holds) {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> in(holds::getAsBoolean));
    } catch (TimeoutException e) {
      throw new AssertionError("waited in vain until " + what, e);
    }
  }

  /** Writes what a node looks like into target/screenshots. */
  public static void picture(Node node, String name, double scale) {
    WritableImage image =
        in(
            () -> {
              SnapshotParameters parameters = new SnapshotParameters();
              parameters.setTransform(Transform.scale(scale, scale));
              var bounds = node.getLayoutBounds();
              parameters.setViewport(
                  new Rectangle2D(0, 0, bounds.getWidth() * scale, bounds.getHeight() * scale));
              return node.snapshot(parameters, null);
            });
    write(image, name);
  }

  private static void write(WritableImage image, String name) {
    int width = (int) image.getWidth();
    int height = (int) image.getHeight();
    int[] pixels = new int[width * height];
    image
        .getPixelReader()
        .getPixels(0, 0, width, height, PixelFormat.getIntArgbInstance(), pixels, 0, width);
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    picture.setRGB(0, 0, width, height, pixels, 0, width);
    try {
      Files.createDirectories(PICTURES);
      Path file = PICTURES.resolve(name + ".png");
      assertThat(ImageIO.write(picture, "png", file.toFile())).isTrue();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
