package myna.server.dispatcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import myna.server.dispatcher.ModuleOutput.Event;
import myna.server.dispatcher.Utterance.Kind;

/** An output module: does what speech-dispatcher commands until it says QUIT. */
public final class SpeechModule {
  private static final String LANGUAGE = "en-US";

  private final VoiceChoice voices;
  private final SpeechSource source;
  private final ModuleInput in;
  private final ModuleOutput out;
  private final ExecutorService speaker = daemon("myna-speaking");
  private final ExecutorService reader = daemon("myna-commands");
  private final CompletableFuture<Void> end = new CompletableFuture<>();
  private ModuleSettings settings = ModuleSettings.USUAL;
  private Optional<Speaking> speaking = Optional.empty();

  /** A module that serves nobody yet. */
  public SpeechModule(VoiceChoice voices, SpeechSource source, InputStream in, OutputStream out) {
    this.voices = voices;
    this.source = source;
    this.in = new ModuleInput(in);
    this.out = new ModuleOutput(out);
  }

  private static ExecutorService daemon(String name) {
    return Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name(name).factory());
  }

  /**
   * Serves until it is told to quit.
   *
   * @throws IOException if it cannot go on, after which speech-dispatcher uses another module
   */
  public void run() throws IOException, InterruptedException {
    reader.execute(() -> attempt(this::serve));
    try {
      end.get();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof IOException cause ? cause : new IOException(e.getCause());
    } finally {
      speaker.shutdownNow();
      reader.shutdownNow();
    }
  }

  @FunctionalInterface
  private interface Work {
    void run() throws IOException;
  }

  private void attempt(Work work) {
    try {
      work.run();
    } catch (IOException e) {
      end.completeExceptionally(e);
    }
  }

  private void serve() throws IOException {
    while (!end.isDone()) {
      Optional<String> command = in.line();
      if (command.isEmpty()) {
        end.complete(null);
      } else {
        obey(command.get());
      }
    }
  }

  private void obey(String command) throws IOException {
    switch (command.split(" ", 2)[0]) {
      case "INIT" -> init();
      case "AUDIO" -> audio();
      case "LOGLEVEL" -> logLevel();
      case "SET" -> set();
      case "LIST" -> list(command);
      case "SPEAK", "CHAR", "KEY", "SOUND_ICON" -> speak(Kind.valueOf(command.strip()));
      case "STOP" -> speaking.ifPresent(now -> now.end(Event.STOP));
      case "PAUSE" -> speaking.ifPresent(now -> now.end(Event.PAUSE));
      case "DEBUG" -> out.say("200 OK DEBUGGING " + (command.contains(" ON") ? "ON" : "OFF"));
      case "QUIT" -> {
        out.say("210 OK QUIT");
        end.complete(null);
      }
      default -> out.say("300 ERR UNKNOWN COMMAND");
    }
  }

  private void init() throws IOException {
    if (voices.names().isEmpty()) {
      out.say("399-there is no voice: myna voice add NAME CLIP", "399 ERR CANT INIT MODULE");
      throw new IOException("the library holds no voice: myna voice add NAME CLIP");
    }
    out.say("299-Myna", "299 OK LOADED SUCCESSFULLY");
  }

  /** Sound is played by speech-dispatcher, as it can since 0.11, or not at all. */
  private void audio() throws IOException {
    out.say("207 OK RECEIVING AUDIO SETTINGS");
    boolean byServer = in.settings().equals(List.of("audio_output_method=server"));
    out.say(byServer ? "203 OK AUDIO INITIALIZED" : ModuleInput.BAD_VALUE);
  }

  private void logLevel() throws IOException {
    out.say("207 OK RECEIVING LOGLEVEL SETTINGS");
    in.settings();
    out.say("203 OK LOGLEVEL SET");
  }

  private void set() throws IOException {
    out.say("203 OK RECEIVING SETTINGS");
    ModuleSettings changed = settings;
    String answer = "203 OK SETTINGS RECEIVED";
    for (String line : in.settings()) {
      String[] parts = line.split("=", 2);
      try {
        changed = changed.with(parts[0], parts.length == 2 ? parts[1] : "");
      } catch (IllegalArgumentException _) {
        answer = ModuleInput.BAD_VALUE;
      }
    }
    settings = changed;
    out.say(answer);
  }

  private void list(String command) throws IOException {
    String[] words = command.split(" ", 0);
    String asked = words.length > 2 ? words[2].toLowerCase(Locale.ROOT) : "en";
    boolean known = asked.equals("en") || asked.equals(LANGUAGE.toLowerCase(Locale.ROOT));
    List<String> lines =
        voices.names().stream().map(name -> "200-" + name + "\t" + LANGUAGE + "\tnone").toList();
    if (!known || lines.isEmpty()) {
      out.say("304 CANT LIST VOICES");
    } else {
      out.say(String.join("\n", lines), "200 OK VOICE LIST SENT");
    }
  }

  private void speak(Kind kind) throws IOException {
    out.say("202 OK RECEIVING MESSAGE");
    String message = in.message();
    Optional<String> voice = voices.speaker(settings.voice());
    if (message.isEmpty() || voice.isEmpty()) {
      out.say("301 ERROR CANT SPEAK");
      return;
    }
    out.say("200 OK SPEAKING");
    Speaking next = new Speaking(source, out, settings, voice.get());
    Utterance utterance = Utterance.of(kind, message, settings);
    speaking = Optional.of(next);
    speaker.execute(() -> attempt(() -> next.speak(utterance)));
  }
}
