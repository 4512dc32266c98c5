package myna.onnx;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import myna.onnx.PackException.Reason;

/** Compares the files of a pack with the sums in its manifest. */
final class Checksums {
  private static final int BLOCK = 1 << 16;

  private Checksums() {}

  /**
   * Checks all files, several at a time.
   *
   * @throws PackException for the first file, by name, that is missing or differs
   */
  static void check(Path folder, Map<String, Manifest.PackFile> files) throws PackException {
    Optional<PackException> first =
        files.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .parallel()
            .map(entry -> problem(folder.resolve(entry.getKey()), entry.getValue()))
            .flatMap(Optional::stream)
            .findFirst();
    if (first.isPresent()) {
      throw first.get();
    }
  }

  private static Optional<PackException> problem(Path file, Manifest.PackFile expected) {
    try {
      long size = Files.size(file);
      if (size != expected.bytes()) {
        return damaged(file, "has %d bytes instead of %d".formatted(size, expected.bytes()));
      }
      return sha256(file).equals(expected.sha256())
          ? Optional.empty()
          : damaged(file, "does not have the SHA-256 that the manifest gives");
    } catch (NoSuchFileException e) {
      return Optional.of(
          new PackException(Reason.MISSING, "the pack's file " + file + " is missing", e));
    } catch (IOException e) {
      return Optional.of(
          new PackException(Reason.FILES, "cannot read " + file + ": " + e.getMessage(), e));
    }
  }

  private static Optional<PackException> damaged(Path file, String how) {
    return Optional.of(
        new PackException(Reason.DAMAGED, "the pack's file " + file + " is damaged: it " + how));
  }

  /** The SHA-256 of a file, in lower-case hex. */
  static String sha256(Path file) throws IOException {
    MessageDigest digest = digest();
    byte[] block = new byte[BLOCK];
    try (InputStream in = Files.newInputStream(file)) {
      for (int n = in.read(block); n >= 0; n = in.read(block)) {
        digest.update(block, 0, n);
      }
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest digest() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
