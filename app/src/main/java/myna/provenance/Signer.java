package myna.provenance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import myna.files.AtomicFile;
import myna.provenance.Certificates.Identity;

/** Signs claims with a key (COSE_Sign1, RFC 9052, as C2PA 2.2 uses it in 13.2). */
public final class Signer {
  private static final int SIGN1 = 18;
  private static final int ALGORITHM = 1;
  private static final int CHAIN = 33;

  private final PrivateKey key;
  private final List<X509Certificate> chain;
  private final CoseAlgorithm algorithm;

  private Signer(Identity identity) throws IOException {
    key = identity.key();
    chain = identity.chain();
    algorithm =
        CoseAlgorithm.of(key)
            .orElseThrow(() -> new IOException("no signature is known for its key"));
  }

  /**
   * The signer of a file in PEM: a private key (PKCS #8) and its certificates, its own first.
   *
   * @throws IOException if it cannot be read, or does not hold them
   */
  public static Signer of(Path file) throws IOException {
    try {
      return new Signer(Pem.read(Files.readString(file, StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IOException(file + " holds no key with its certificates: " + e.getMessage(), e);
    }
  }

  /**
   * The user's own, which is made where it is not there yet.
   *
   * @param file of it, which nobody else may read
   */
  public static Signer own(Path file) throws IOException {
    if (!Files.exists(file)) {
      try {
        write(file, Certificates.make("Myna on a computer of its user", Instant.now()));
      } catch (GeneralSecurityException e) {
        throw new IOException("no key for signing can be made: " + e.getMessage(), e);
      }
    }
    return of(file);
  }

  private static void write(Path file, Identity identity)
      throws IOException, GeneralSecurityException {
    Files.createDirectories(file.getParent());
    byte[] text = Pem.write(identity).getBytes(StandardCharsets.US_ASCII);
    boolean posix = Files.getFileStore(file.getParent()).supportsFileAttributeView("posix");
    AtomicFile.write(
        file,
        part -> {
          if (posix) {
            Files.createFile(
                part,
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
          }
          Files.write(part, text);
        });
  }

  /** Its certificate. */
  X509Certificate certificate() {
    return chain.getFirst();
  }

  /**
   * Signs a claim; equally long for every claim.
   *
   * @param claim in CBOR
   * @return in CBOR
   */
  byte[] sign(byte[] claim) throws GeneralSecurityException {
    byte[] head = head();
    Signature signature = algorithm.signature();
    signature.initSign(key);
    signature.update(toBeSigned(head, claim));
    List<Object> parts = new ArrayList<>();
    parts.add(head);
    parts.add(Map.of());
    parts.add(null); // the claim lies elsewhere
    parts.add(signature.sign());
    return Cbor.encode(new Cbor.Tagged(SIGN1, parts));
  }

  private byte[] head() throws CertificateEncodingException {
    Map<Integer, Object> head = new LinkedHashMap<>();
    head.put(ALGORITHM, algorithm.number());
    List<Object> certificates = new ArrayList<>();
    for (X509Certificate each : chain) {
      boolean root = each.getSubjectX500Principal().equals(each.getIssuerX500Principal());
      if (!root) {
        certificates.add(each.getEncoded());
      }
    }
    head.put(CHAIN, certificates.size() == 1 ? certificates.getFirst() : certificates);
    return Cbor.encode(head);
  }

  /** What a signature is made over. */
  static byte[] toBeSigned(byte[] head, byte[] claim) {
    return Cbor.encode(List.of("Signature1", head, new byte[0], claim));
  }
}
