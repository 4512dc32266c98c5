package myna.provenance;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the manifest of a file says, and whether it may be believed.
 *
 * @param state of the file
 * @param problems what is not as it was signed, one sentence each
 * @param claim what it says
 * @param signature who signed it; empty where that cannot be told
 */
public record Provenance(
    State state, List<Problem> problems, Claim claim, Optional<Signature> signature) {
  /** What can be said of a file. */
  public enum State {
    /** Nothing was changed since it was signed. */
    INTACT,
    /** Something was changed, or the signature is not good. */
    CHANGED,
    /** It is signed in a way that is not known here, or broken. */
    UNREADABLE
  }

  /** What is not as it was signed. */
  public enum Problem {
    /** The sound, or something else of the file. */
    CONTENT,
    /** A statement of the manifest. */
    ASSERTION,
    /** A statement was taken away. */
    ASSERTION_MISSING,
    /** A statement that was not signed was added. */
    ASSERTION_ADDED,
    /** The signature is not by the certificate's key over this claim. */
    SIGNATURE,
    /** Nothing ties the manifest to the file. */
    UNBOUND,
    /** The manifest cannot be read, or is of a kind that is not known here. */
    MANIFEST
  }

  /**
   * What a manifest says.
   *
   * @param generator the program, with its version, or empty
   * @param when as it says; nobody vouches for it
   * @param source where the sound came from, by IPTC's word, such as trainedAlgorithmicMedia
   * @param description in words
   * @param softBinding the mark that it says is in the sound
   */
  public record Claim(
      String generator,
      Optional<String> when,
      Optional<String> source,
      Optional<String> description,
      Optional<String> softBinding) {
    static final Claim NONE =
        new Claim("", Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    /** Whether it says that a model made the sound. */
    public boolean isSynthetic() {
      return source.filter(Manifest.SYNTHETIC::endsWith).isPresent();
    }
  }

  /**
   * Who signed.
   *
   * @param name as the certificate says
   * @param issuer who vouches for it, as the certificate says
   * @param own whether it is this user's own key
   * @param from when the certificate begins to be valid
   * @param to when it ends
   */
  public record Signature(String name, String issuer, boolean own, Instant from, Instant to) {}

  /** What strangers wrote, on one line. */
  public static String plain(String text) {
    return text.replaceAll("\\p{Cntrl}", " ");
  }

  static Provenance unreadable() {
    return new Provenance(
        State.UNREADABLE, List.of(Problem.MANIFEST), Claim.NONE, Optional.empty());
  }
}
