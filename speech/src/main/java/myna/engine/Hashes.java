package myna.engine;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hash that voices are told apart by. */
final class Hashes {
  private Hashes() {}

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has SHA-256", e);
    }
  }
}
