package myna.onnx;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import myna.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A damaged manifest is read or refused. */
@Timeout(36_000)
class ManifestFuzzTest {
  @Test
  void manifests() throws IOException {
    new Fuzzer("manifest")
        .seed(Files.readAllBytes(Path.of("speech/src/test/resources/tiny-pack/manifest.json")))
        .words("null", "true", "1e999", "-1", "0", "[]", "{}", "\"\"", "NaN", "1.5", "\"guided\":")
        .run(
            10_000,
            input -> {
              try {
                Manifest manifest = ManifestReader.read(input);
                ManifestCheck.check(manifest);
                return "read";
              } catch (PackException e) {
                return e.reason() + e.getMessage();
              }
            });
  }
}
