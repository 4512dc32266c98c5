package myna.watermark;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import myna.audio.FileLabels;

/** What files of synthetic speech say of themselves in words. */
public final class SyntheticNote {
  private SyntheticNote() {}

  /** The version in pom.xml. */
  public static String version() {
    Properties properties = new Properties();
    try (InputStream in = SyntheticNote.class.getResourceAsStream("/myna/build.properties")) {
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version");
  }

  /** The comment that says so. */
  public static String comment() {
    return "Synthetic speech made with Myna " + version();
  }

  /** Labels with the comment alone. */
  public static FileLabels labels() {
    return new FileLabels(Map.of("comment", comment()), List.of(), new byte[0]);
  }
}
