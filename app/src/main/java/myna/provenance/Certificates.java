package myna.provenance;

import java.io.ByteArrayInputStream;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/**
 * Makes a certificate for signing manifests (X.509, RFC 5280, in the profile of C2PA 2.2, 14.5.1)
 * and one that vouches for it, whose key is forgotten at once.
 */
final class Certificates {
  private static final String ECDSA_WITH_SHA256 = "1.2.840.10045.4.3.2";
  private static final String COMMON_NAME = "2.5.4.3";
  private static final String ORGANIZATION = "2.5.4.10";
  private static final String BASIC_CONSTRAINTS = "2.5.29.19";
  private static final String KEY_USAGE = "2.5.29.15";
  private static final String EXTENDED_KEY_USAGE = "2.5.29.37";
  private static final String SUBJECT_KEY = "2.5.29.14";
  private static final String AUTHORITY_KEY = "2.5.29.35";

  /** C2PA's own use, and the one that older readers know: signing of documents. */
  private static final List<String> USES = List.of("1.3.6.1.4.1.62558.2.1", "1.3.6.1.5.5.7.3.36");

  private static final Duration VALID = Duration.ofDays(3650);
  private static final byte[] CERTIFY = {0x06};
  private static final byte[] SIGN = {(byte) 0x80};

  private Certificates() {}

  /**
   * A key, and the certificates of it.
   *
   * @param chain its own first
   */
  record Identity(PrivateKey key, List<X509Certificate> chain) {}

  /** Who is certified, and by whom. */
  private record Issue(String name, PublicKey key, String issuer, KeyPair issuing, boolean root) {}

  /**
   * Makes a key on the curve P-256.
   *
   * @param name of whose key it is
   * @param now from when on it is valid
   */
  static Identity make(String name, Instant now) throws GeneralSecurityException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec("secp256r1"));
    KeyPair root = generator.generateKeyPair();
    KeyPair own = generator.generateKeyPair();
    String authority = name + " (made by itself)";
    return new Identity(
        own.getPrivate(),
        List.of(
            issue(new Issue(name, own.getPublic(), authority, root, false), now),
            issue(new Issue(authority, root.getPublic(), authority, root, true), now)));
  }

  private static X509Certificate issue(Issue issue, Instant now) throws GeneralSecurityException {
    byte[] algorithm = Der.sequence(Der.object(ECDSA_WITH_SHA256));
    byte[] body =
        Der.sequence(
            Der.explicit(0, Der.integer(BigInteger.TWO)), // version 3
            Der.integer(new BigInteger(120, new SecureRandom()).setBit(120)),
            algorithm,
            name(issue.issuer),
            Der.sequence(Der.time(now.minus(Duration.ofHours(1))), Der.time(now.plus(VALID))),
            name(issue.name),
            issue.key.getEncoded(),
            Der.explicit(3, extensions(issue)));
    Signature signature = Signature.getInstance("SHA256withECDSA");
    signature.initSign(issue.issuing.getPrivate());
    signature.update(body);
    byte[] whole = Der.sequence(body, algorithm, Der.bits(0, signature.sign()));
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(whole));
  }

  private static byte[] name(String name) {
    return Der.sequence(
        Der.set(Der.sequence(Der.object(ORGANIZATION), Der.text(name))),
        Der.set(Der.sequence(Der.object(COMMON_NAME), Der.text(name))));
  }

  private static byte[] extensions(Issue issue) throws GeneralSecurityException {
    byte[] subject = extension(SUBJECT_KEY, false, Der.octets(identifier(issue.key)));
    byte[] authority =
        extension(
            AUTHORITY_KEY,
            false,
            Der.sequence(Der.implicit(0, identifier(issue.issuing.getPublic()))));
    if (issue.root) {
      return Der.sequence(
          extension(BASIC_CONSTRAINTS, true, Der.sequence(Der.yes())),
          extension(KEY_USAGE, true, Der.bits(1, CERTIFY)),
          subject);
    }
    byte[][] uses = USES.stream().map(Der::object).toArray(byte[][]::new);
    return Der.sequence(
        extension(BASIC_CONSTRAINTS, true, Der.sequence()),
        extension(KEY_USAGE, true, Der.bits(7, SIGN)),
        extension(EXTENDED_KEY_USAGE, false, Der.sequence(uses)),
        subject,
        authority);
  }

  private static byte[] extension(String id, boolean critical, byte[] value) {
    return critical
        ? Der.sequence(Der.object(id), Der.yes(), Der.octets(value))
        : Der.sequence(Der.object(id), Der.octets(value));
  }

  /** What identifies a key: the start of a hash of it (RFC 7093, 2, method 1). */
  private static byte[] identifier(PublicKey key) throws GeneralSecurityException {
    byte[] hash = MessageDigest.getInstance("SHA-256").digest(key.getEncoded());
    return Arrays.copyOf(hash, 20);
  }
}
