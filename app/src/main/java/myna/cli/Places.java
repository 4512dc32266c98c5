package myna.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import myna.engine.Engine;
import myna.engine.EngineException;
import myna.engine.ForwardingPack;
import myna.engine.PackChoice;
import myna.engine.PackLease;
import myna.engine.PackShelf;
import myna.engine.ProtectedVoicesGate;
import myna.text.TextException;
import myna.text.UserLexicon;
import myna.voice.ProtectedVoices;
import myna.voice.VoiceLibrary;

/**
 * Where the commands find things.
 *
 * @param application the application's folder, which holds {@code models}
 * @param home the user's data
 */
public record Places(Path application, Path home) {
  /** Those of this process. */
  public static Places here() {
    return of(System.getenv(), System.getProperties());
  }

  /**
   * Those of some process: the property {@code myna.root} and the variable MYNA_HOME, or what is
   * usual on the system.
   */
  public static Places of(Map<String, String> variables, Properties properties) {
    Path application = Path.of(properties.getProperty("myna.root", "")).toAbsolutePath();
    String named = variables.get("MYNA_HOME");
    Path home = isGiven(named) ? Path.of(named) : usualHome(variables, properties);
    return new Places(application, home.toAbsolutePath());
  }

  private static Path usualHome(Map<String, String> variables, Properties properties) {
    Path user = Path.of(properties.getProperty("user.home"));
    String system = properties.getProperty("os.name").toLowerCase(Locale.ROOT);
    if (system.contains("win")) {
      String data = variables.get("APPDATA");
      return (isGiven(data) ? Path.of(data) : user.resolve("AppData/Roaming")).resolve("Myna");
    }
    if (system.contains("mac")) {
      return user.resolve("Library/Application Support/Myna");
    }
    String data = variables.get("XDG_DATA_HOME");
    return (isGiven(data) ? Path.of(data) : user.resolve(".local/share")).resolve("myna");
  }

  private static boolean isGiven(String value) {
    return value != null && !value.isBlank();
  }

  /** The model packs. */
  public PackShelf packs() {
    return new PackShelf(application.resolve("models"), home.resolve("models"));
  }

  /** What speaks; it has loaded nothing yet. */
  public Engine engine() {
    return new Engine(packs(), natives());
  }

  /** What starts Myna: the installed program, or the script of its sources. */
  Path launcher() {
    String installed = System.getProperty("jpackage.app-path");
    return installed == null ? application.resolve("myna") : Path.of(installed);
  }

  /** The user's key for signing, which need not be there. */
  Path signingKey() {
    return home.resolve("signing.pem");
  }

  /** The folder of the voice library. */
  public Path voices() {
    return home.resolve("voices");
  }

  /** The voices that may not be cloned. */
  ProtectedVoices protectedVoices() {
    return ProtectedVoices.of(home);
  }

  /** The voice library, which takes in no voice that may not be cloned. */
  public VoiceLibrary library() {
    return new VoiceLibrary(voices(), gate());
  }

  /** The same, for those who have an engine already. */
  VoiceLibrary library(Engine engine) {
    return new VoiceLibrary(
        voices(),
        new ProtectedVoicesGate(protectedVoices(), () -> engine.lease(PackChoice.DEFAULT)));
  }

  /** What keeps out the voices that may not be cloned. */
  public VoiceLibrary.Gate gate() {
    return new ProtectedVoicesGate(protectedVoices(), this::deliveredPack);
  }

  /** The first pack there is, with an engine of its own that ends with it. */
  private PackLease deliveredPack() throws EngineException {
    Engine engine = engine();
    try {
      return new OwnEngine(engine, engine.lease(PackChoice.DEFAULT));
    } catch (EngineException e) {
      engine.close();
      throw e;
    }
  }

  /** A lease that ends its engine. */
  private static final class OwnEngine extends ForwardingPack {
    private final Engine engine;
    private final PackLease pack;

    OwnEngine(Engine engine, PackLease pack) {
      super(pack);
      this.engine = engine;
      this.pack = pack;
    }

    @Override
    public void close() {
      pack.close();
      engine.close();
    }
  }

  /**
   * Lexicons of one's own: those given, then the user's {@code lexicon.tsv}, if there is one.
   *
   * @throws TextException if one of them cannot be used
   */
  public List<UserLexicon> lexicons(List<Path> given) throws TextException {
    List<UserLexicon> lexicons = new ArrayList<>();
    for (Path file : given) {
      lexicons.add(UserLexicon.read(file));
    }
    if (Files.exists(lexicon())) {
      lexicons.add(UserLexicon.read(lexicon()));
    }
    return lexicons;
  }

  /** The user's own pronunciations, which need not be there. */
  Path lexicon() {
    return home.resolve("lexicon.tsv");
  }

  /** Where native libraries are unpacked. */
  public Path natives() {
    return home.resolve("cache").resolve("natives");
  }
}
