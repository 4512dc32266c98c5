package myna.server;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** A client that sends whatever bytes it is told to. */
final class Wire implements AutoCloseable {
  private static final int PATIENCE_MILLIS = 20_000;

  private final Socket socket;

  Wire(URI server) throws IOException {
    this(server, PATIENCE_MILLIS);
  }

  /**
   * A client with another patience.
   *
   * @param patienceMillis how long it waits for each byte; 0 for ever
   */
  Wire(URI server, int patienceMillis) throws IOException {
    socket = new Socket(server.getHost(), server.getPort());
    socket.setSoTimeout(patienceMillis);
  }

  /** A well-formed request to speak. */
  static String speech(String json) {
    return post("/v1/audio/speech", json);
  }

  /** A well-formed POST of JSON, after which the connection is closed. */
  static String post(String path, String json) {
    return "POST "
        + path
        + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nConnection: close\r\n"
        + "Content-Length: "
        + json.getBytes(StandardCharsets.UTF_8).length
        + "\r\n\r\n"
        + json;
  }

  void send(String text) throws IOException {
    send(text.getBytes(StandardCharsets.UTF_8));
  }

  void send(byte[] bytes) throws IOException {
    socket.getOutputStream().write(bytes);
    socket.getOutputStream().flush();
  }

  /** Sends as much as the server takes; false where it closed the connection before the end. */
  boolean offer(byte[] bytes) throws IOException {
    try {
      send(bytes);
      return true;
    } catch (SocketException _) {
      return false; // its answer may be lost with the connection
    }
  }

  InputStream in() throws IOException {
    return socket.getInputStream();
  }

  /** Everything up to the end of the connection. */
  String all() throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    try {
      in().transferTo(all);
    } catch (SocketException _) {
      // A server that closes while there is more to read resets: what came before counts.
    }
    return all.toString(StandardCharsets.ISO_8859_1);
  }

  /** The status of the answer, or 0 if the connection ended without one. */
  int status() throws IOException {
    String answer = all();
    return answer.startsWith("HTTP/1.1 ") ? Integer.parseInt(answer.substring(9, 12)) : 0;
  }

  /** Goes away without a word. */
  @Override
  public void close() throws IOException {
    socket.setSoLinger(true, 0);
    socket.close();
  }

  /** Says that nothing more comes, and goes away. */
  void leave() throws IOException {
    socket.close();
  }
}
