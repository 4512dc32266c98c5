package myna.provenance;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.provenance.Certificates.Identity;

/** Keys and certificates as texts (RFC 7468). */
final class Pem {
  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z ]{1,40})-----([^-]{1,100000})-----END \\1-----");

  private static final String KEY = "PRIVATE KEY";
  private static final String CERTIFICATE = "CERTIFICATE";
  private static final List<String> KINDS = List.of("EC", "RSA", "Ed25519");

  private Pem() {}

  /**
   * Reads a key and its certificates.
   *
   * @throws IllegalArgumentException if a block is broken
   */
  static Identity read(String text) throws GeneralSecurityException {
    PrivateKey key = null;
    List<X509Certificate> chain = new ArrayList<>();
    Matcher block = BLOCK.matcher(text);
    while (block.find()) {
      byte[] bytes = Base64.getMimeDecoder().decode(block.group(2));
      if (block.group(1).equals(KEY)) {
        key = key(bytes);
      } else if (block.group(1).equals(CERTIFICATE)) {
        chain.add(certificate(bytes));
      }
    }
    if (key == null || chain.isEmpty()) {
      throw new InvalidKeyException("it takes a PRIVATE KEY (PKCS #8) and a CERTIFICATE");
    }
    return new Identity(key, chain);
  }

  private static PrivateKey key(byte[] bytes) throws GeneralSecurityException {
    for (String kind : KINDS) {
      try {
        return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(bytes));
      } catch (InvalidKeySpecException _) {
        // it may be of another kind
      }
    }
    throw new InvalidKeyException("its key is of an unknown kind");
  }

  /** A certificate in its binary form. */
  static X509Certificate certificate(byte[] bytes) throws GeneralSecurityException {
    return (X509Certificate)
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(bytes));
  }

  /** Writes a key and its certificates. */
  static String write(Identity identity) throws GeneralSecurityException {
    StringBuilder text = new StringBuilder(block(KEY, identity.key().getEncoded()));
    for (X509Certificate certificate : identity.chain()) {
      text.append(block(CERTIFICATE, certificate.getEncoded()));
    }
    return text.toString();
  }

  private static String block(String kind, byte[] bytes) {
    byte[] newline = "\n".getBytes(StandardCharsets.US_ASCII);
    String lines = Base64.getMimeEncoder(64, newline).encodeToString(bytes);
    return "-----BEGIN " + kind + "-----\n" + lines + "\n-----END " + kind + "-----\n";
  }
}
