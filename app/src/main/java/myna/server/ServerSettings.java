package myna.server;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.Set;

/**
 * Where a server listens, and whom it lets in.
 *
 * @param address name or number of the address to listen at
 * @param port 0 for any that is free
 * @param token that every request must carry; none where only this machine can ask
 * @param origins of web pages that may ask, as browsers write them, such as {@code
 *     https://reader.example}
 * @param newVoices whether voices may be added
 */
public record ServerSettings(
    String address, int port, Optional<String> token, Set<String> origins, boolean newVoices) {
  /** The port unless another is named. */
  public static final int USUAL_PORT = 8765;

  /** What this machine is called by itself. */
  public static final String THIS_MACHINE = "127.0.0.1";

  /** For the programs of this machine alone. */
  public static final ServerSettings LOCAL =
      new ServerSettings(THIS_MACHINE, USUAL_PORT, Optional.empty(), Set.of(), false);

  /**
   * Checks that strangers need a token.
   *
   * @throws IllegalArgumentException saying what cannot be
   */
  public ServerSettings {
    origins = Set.copyOf(origins);
    if (port < 0 || port > 65535) {
      throw new IllegalArgumentException("a port is from 0 to 65535, not " + port);
    }
    if (token.isEmpty() && !isLoopback(address)) {
      throw new IllegalArgumentException(
          "other machines can reach " + address + ": that needs a token");
    }
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      throw new IllegalArgumentException("there is no address " + address, e);
    }
  }

  /** The same at another port. */
  public ServerSettings withPort(int other) {
    return new ServerSettings(address, other, token, origins, newVoices);
  }
}
