package myna.ui.settings;

import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import myna.engine.EngineException;
import myna.engine.Leases;
import myna.engine.PackLease;
import myna.server.ServerException;
import myna.server.ServerSettings;
import myna.server.Speakers;
import myna.server.SpeechServer;
import myna.server.User;
import myna.ui.common.Jobs;
import myna.ui.common.Notice;

/** The server for other programs: off until it is switched on, and off again at the next start. */
public final class ServerModel implements AutoCloseable {
  private final Leases leases;
  private final Function<PackLease, Speakers> speakers;
  private final ServerSettings settings;
  private final Jobs jobs;
  private final Consumer<Notice> notices;
  private final ReadOnlyStringWrapper address = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyObjectWrapper<List<User>> users = new ReadOnlyObjectWrapper<>(List.of());
  private volatile Running running;

  /** A server with the pack that it borrows. */
  private record Running(SpeechServer server, PackLease pack) implements AutoCloseable {
    @Override
    public void close() {
      server.close();
      pack.close();
    }
  }

  /**
   * A server that is off.
   *
   * @param speakers what it speaks with, made of the pack
   */
  public ServerModel(
      Leases leases,
      Function<PackLease, Speakers> speakers,
      ServerSettings settings,
      Jobs jobs,
      Consumer<Notice> notices) {
    this.leases = leases;
    this.speakers = speakers;
    this.settings = settings;
    this.jobs = jobs;
    this.notices = notices;
  }

  /** Where it answers; empty while it is off. */
  ReadOnlyStringProperty addressProperty() {
    return address.getReadOnlyProperty();
  }

  /** Whether it is being switched. */
  ReadOnlyBooleanProperty busyProperty() {
    return busy.getReadOnlyProperty();
  }

  /** The programs that used it, as looked at last. */
  ReadOnlyObjectProperty<List<User>> usersProperty() {
    return users.getReadOnlyProperty();
  }

  /** Switches it on. */
  void start() {
    if (busy.get() || running != null) {
      return;
    }
    busy.set(true);
    jobs.start(
        (progress, cancellation) -> open(),
        outcome -> {
          busy.set(false);
          outcome.handle(
              opened -> {
                running = opened;
                address.set(opened.server().address().toString());
              },
              notices);
        });
  }

  private Running open() throws EngineException, ServerException {
    PackLease pack = leases.lease();
    boolean done = false;
    try {
      Running opened = new Running(SpeechServer.start(settings, speakers.apply(pack)), pack);
      done = true;
      return opened;
    } finally {
      if (!done) {
        pack.close();
      }
    }
  }

  /** Switches it off; those who are spoken for get a moment to hear the end. */
  void stop() {
    Running before = running;
    if (busy.get() || before == null) {
      return;
    }
    busy.set(true);
    running = null;
    jobs.start(
        (progress, cancellation) -> {
          before.close();
          return before;
        },
        outcome -> {
          busy.set(false);
          address.set("");
          look();
        });
  }

  /** Looks who uses it. */
  void look() {
    Running now = running;
    users.set(now == null ? List.of() : now.server().users());
  }

  /** Switches it off, and waits for that. */
  @Override
  public void close() {
    Running now = running;
    running = null;
    if (now != null) {
      now.close();
    }
  }
}
