package myna.provenance;

/**
 * A manifest that cannot be understood; the message goes on after "the manifest cannot be read:".
 */
final class ManifestException extends Exception {
  private static final long serialVersionUID = 1L;

  ManifestException(String message) {
    super(message);
  }

  ManifestException(String message, Throwable cause) {
    super(message, cause);
  }
}
