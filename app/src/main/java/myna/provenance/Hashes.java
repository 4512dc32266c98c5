package myna.provenance;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** The hashes that C2PA allows. */
final class Hashes {
  private Hashes() {}

  /**
   * A hash by the name that C2PA gives it.
   *
   * @throws ManifestException if it is not one that C2PA allows
   */
  static MessageDigest of(String name) throws ManifestException {
    try {
      return switch (name) {
        case "sha256" -> MessageDigest.getInstance("SHA-256");
        case "sha384" -> MessageDigest.getInstance("SHA-384");
        case "sha512" -> MessageDigest.getInstance("SHA-512");
        default ->
            throw new ManifestException("it is hashed by " + name + ", which is not known here");
      };
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java has it", e);
    }
  }
}
