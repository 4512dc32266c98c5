package myna.server;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import myna.engine.PackLease;
import myna.speech.ReferenceClipTest;
import myna.text.TextSettings;
import myna.voice.Consent;
import myna.voice.Recording;
import myna.voice.VoiceException;
import myna.voice.VoiceLibrary;

/** Servers for tests: at any port, with the voices Linda and Deep. */
final class Servers {
  /** At any port. */
  static final ServerSettings ANY = ServerSettings.LOCAL.withPort(0);

  private Servers() {}

  /** A library in a folder. */
  static VoiceLibrary library(Path folder) throws VoiceException {
    VoiceLibrary library = new VoiceLibrary(folder.resolve("voices"));
    Consent mine = new Consent(Consent.Kind.MINE, LocalDate.of(2026, 1, 1));
    library.create(
        "Linda", mine, List.of(new Recording("a", ReferenceClipTest.clip(0.3, 3, 16_000))));
    library.create(
        "Deep", mine, List.of(new Recording("b", ReferenceClipTest.clip(0.2, 2, 16_000))));
    return library;
  }

  /** What a server speaks with. */
  static Speakers speakers(PackLease pack, VoiceLibrary library) {
    return new Speakers(pack, library, Optional.of("Linda"), () -> TextSettings.DEFAULT, 1);
  }

  /** A server that runs. */
  static SpeechServer start(PackLease pack, VoiceLibrary library) throws ServerException {
    return SpeechServer.start(ANY, speakers(pack, library));
  }
}
