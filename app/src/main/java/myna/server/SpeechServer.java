package myna.server;

import java.io.IOException;
import java.net.BindException;
import java.net.URI;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import myna.jobs.CancellationSwitch;
import myna.server.ServerException.Reason;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/** A server that runs. */
public final class SpeechServer implements AutoCloseable {
  /** Requests that are spoken or wait; each waits on a thread of its own. */
  private static final int MOST_REQUESTS = 128;

  private static final int MOST_THREADS = MOST_REQUESTS + 32;
  private static final int MOST_CONNECTIONS = 512;
  private static final int IDLE_MILLIS = 30_000;
  private static final int HEADER_BYTES = 8192;

  /** So long those who are spoken for are given to hear the end. */
  private static final long GRACE_MILLIS = 3000;

  /** Held, because settings of loggers that nobody holds are lost. */
  private static final Logger LIBRARY_LOG = Logger.getLogger("org.eclipse.jetty");

  private final ServerSettings settings;
  private final Server server;
  private final ServerConnector connector;
  private final Clients clients;
  private final CancellationSwitch stop = new CancellationSwitch();
  private final Warmth warmth;
  private URI address;

  private SpeechServer(ServerSettings settings, Speakers speakers, int mostRequests) {
    this.settings = settings;
    clients = new Clients(mostRequests);
    LIBRARY_LOG.setLevel(Level.SEVERE);
    QueuedThreadPool threads = new QueuedThreadPool(MOST_THREADS);
    threads.setName("myna-server");
    threads.setDaemon(true);
    server = new Server(threads);
    connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(http()));
    connector.setHost(settings.address());
    connector.setPort(settings.port());
    connector.setIdleTimeout(IDLE_MILLIS);
    server.addConnector(connector);
    server.addBean(new NetworkConnectionLimit(MOST_CONNECTIONS, server));
    server.setErrorHandler(new ErrorPages());
    server.setHandler(new Gate(settings, new Routes(table(speakers))));
    warmth = new Warmth(speakers);
  }

  private static HttpConfiguration http() {
    HttpConfiguration http = new HttpConfiguration();
    http.setSendServerVersion(false);
    http.setRequestHeaderSize(HEADER_BYTES);
    return http;
  }

  private Map<String, Map<String, Endpoint>> table(Speakers speakers) {
    QueuedPack pack =
        new QueuedPack(speakers.pack(), new Turns(speakers.jobs()), new ShortSentences());
    InfoEndpoints info = new InfoEndpoints(speakers, clients);
    Map<String, Endpoint> voices = new LinkedHashMap<>();
    voices.put("GET", info.voices());
    voices.put("POST", new NewVoiceEndpoint(speakers.library(), settings.newVoices()));
    return Map.of(
        "/", Map.of("GET", Page.file("page.html", "text/html;charset=utf-8")),
        "/page.css", Map.of("GET", Page.file("page.css", "text/css")),
        "/page.js", Map.of("GET", Page.file("page.js", "text/javascript")),
        "/health", Map.of("GET", info.health()),
        "/v1/models", Map.of("GET", info.models()),
        "/v1/voices", voices,
        "/v1/audio/voices", Map.of("GET", info.voices()),
        "/v1/audio/speech",
            Map.of("POST", new SpeechEndpoint(speakers, pack, clients, stop, false)),
        "/v1/audio/speech/timed",
            Map.of("POST", new SpeechEndpoint(speakers, pack, clients, stop, true)));
  }

  /** Starts a server; it answers when this returns, and speaks at once soon afterwards. */
  public static SpeechServer start(ServerSettings settings, Speakers speakers)
      throws ServerException {
    return start(settings, speakers, MOST_REQUESTS);
  }

  /** A server for fewer at once. */
  static SpeechServer start(ServerSettings settings, Speakers speakers, int mostRequests)
      throws ServerException {
    SpeechServer started = new SpeechServer(settings, speakers, mostRequests);
    started.listen();
    started.warmth.start();
    return started;
  }

  private void listen() throws ServerException {
    try {
      connector.open();
    } catch (IOException e) {
      LifeCycle.stop(server);
      throw failure(e);
    }
    LifeCycle.start(server);
    String host = settings.address();
    String written = host.contains(":") ? "[" + host + "]" : host;
    address = URI.create("http://" + written + ":" + connector.getLocalPort());
  }

  private ServerException failure(IOException cause) {
    boolean used = cause instanceof BindException || cause.getCause() instanceof BindException;
    String place = settings.address() + ":" + settings.port();
    return used
        ? new ServerException(Reason.IN_USE, "another program listens at " + place, cause)
        : new ServerException(Reason.ADDRESS, "the system lets nobody listen at " + place, cause);
  }

  /** Where it answers. */
  public URI address() {
    return address;
  }

  /** The programs that used it so far. */
  public List<User> users() {
    return clients.users();
  }

  /** Waits until it is closed. */
  public void join() throws InterruptedException {
    server.join();
  }

  /** Waits until nobody asked for a while, or it is closed. */
  public void joinUntilQuiet(Duration quiet) throws InterruptedException {
    clients.awaitQuiet(quiet);
  }

  /** Lets nobody in any more, gives those who are spoken for a moment, and stops. */
  @Override
  public void close() {
    warmth.close();
    try {
      clients.close(GRACE_MILLIS);
      stop.request();
      clients.close(GRACE_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    LifeCycle.stop(server);
  }
}
