package myna.server.dispatcher;

import java.io.IOException;
import myna.server.dispatcher.ModuleOutput.Event;
import myna.server.dispatcher.SpeechSource.Wanted;

/** Speaks an utterance, on a thread that it may interrupt. */
final class Speaking {
  private final SpeechSource source;
  private final ModuleOutput out;
  private final ModuleSettings settings;
  private final String voice;
  private Thread thread;
  private boolean over;
  private Event ending = Event.END;

  /**
   * Nothing is spoken yet.
   *
   * @param voice its name
   */
  Speaking(SpeechSource source, ModuleOutput out, ModuleSettings settings, String voice) {
    this.source = source;
    this.out = out;
    this.settings = settings;
    this.voice = voice;
  }

  /**
   * Speaks, and tells the beginning and the end.
   *
   * @throws IOException if it cannot be spoken
   */
  void speak(Utterance utterance) throws IOException {
    out.tell(Event.BEGIN);
    try {
      begin();
      for (String part : utterance.parts()) {
        Delivery delivery = new Delivery(out, new IndexMarks(part), settings.gain());
        source.speak(new Wanted(part, voice, settings.speed()), delivery);
        delivery.end();
      }
    } catch (InterruptedException _) {
      // what it is ended by is told below
    }
    out.tell(finish());
  }

  private synchronized void begin() throws InterruptedException {
    if (ending != Event.END) {
      throw new InterruptedException();
    }
    thread = Thread.currentThread();
  }

  private synchronized Event finish() {
    over = true;
    Thread.interrupted(); // which a late end may have set
    return ending;
  }

  /**
   * Ends it, if it is not over.
   *
   * @param how {@link Event#STOP} or {@link Event#PAUSE}
   */
  synchronized void end(Event how) {
    if (over || ending != Event.END) {
      return;
    }
    ending = how;
    if (thread != null) {
      thread.interrupt();
    }
  }
}
