package myna.narration.book;

import java.util.Optional;

/**
 * A book's cover.
 *
 * @param bytes of a JPEG or PNG file; owned by the record
 * @param mediaType image/jpeg or image/png
 */
public record Cover(byte[] bytes, String mediaType) {
  /** The most bytes that a cover may have. */
  public static final int LARGEST_BYTES = 16 * 1024 * 1024;

  /** The cover that {@code bytes} hold, or nothing where they hold neither a JPEG nor a PNG. */
  public static Optional<Cover> of(byte[] bytes) {
    if (bytes.length > LARGEST_BYTES) {
      return Optional.empty();
    }
    if (startsWith(bytes, 0xFF, 0xD8, 0xFF)) {
      return Optional.of(new Cover(bytes, "image/jpeg"));
    }
    if (startsWith(bytes, 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n')) {
      return Optional.of(new Cover(bytes, "image/png"));
    }
    return Optional.empty();
  }

  /** The extension of a file that holds this cover, with its dot. */
  public String extension() {
    return mediaType.equals("image/png") ? ".png" : ".jpg";
  }

  private static boolean startsWith(byte[] bytes, int... magic) {
    if (bytes.length < magic.length) {
      return false;
    }
    for (int i = 0; i < magic.length; i++) {
      if ((bytes[i] & 0xFF) != magic[i]) {
        return false;
      }
    }
    return true;
  }
}
