package myna.narration.project;

import java.nio.charset.StandardCharsets;
import myna.fuzz.Fuzzer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A damaged description of a take is read or taken for none. */
@Timeout(36_000)
class TakeFuzzTest {
  @Test
  void descriptions() {
    new Fuzzer("take.json")
        .seed(
            "{\"format\":1,\"samples\":9,\"sampleRate\":16000,\"loudness\":-20.5,\"edge\":0.1,"
                + "\"pauseScale\":1,\"words\":[[0,0.5,1],[0.5,1,0]],\"sha256\":\"00\"}")
        .words("null", "[]", "{}", "-1", "1e999", "99999999999", "\"\"", "NaN")
        .run(
            20_000,
            input ->
                "read "
                    + TakeJson.read("k", new String(input, StandardCharsets.UTF_8))
                        .map(d -> d.take().take().words().size()));
  }
}
