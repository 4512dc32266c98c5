package myna.cli;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import myna.files.AtomicFile;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Writes records as JSON objects; what is null is left out, numbers are rounded to be read. */
public final class Json {
  private Json() {}

  public static String write(Object value) {
    return JsonMapper.builder()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .changeDefaultPropertyInclusion(
            include -> include.withValueInclusion(JsonInclude.Include.NON_NULL))
        .build()
        .writeValueAsString(value);
  }

  public static void write(Path file, Object value) throws IOException {
    String text = write(value) + "\n";
    AtomicFile.write(file, part -> Files.writeString(part, text, StandardCharsets.UTF_8));
  }

  /** Rounded to a ten thousandth. */
  public static double rounded(double value) {
    return Math.round(value * 1e4) / 1e4;
  }
}
