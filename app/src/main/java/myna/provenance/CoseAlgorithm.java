package myna.provenance;

import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.Signature;
import java.security.interfaces.ECKey;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Optional;

/** The signatures that C2PA allows, by their numbers in COSE (RFC 9053). */
enum CoseAlgorithm {
  ES256(-7, "SHA256withECDSAinP1363Format", 0),
  ES384(-35, "SHA384withECDSAinP1363Format", 0),
  ES512(-36, "SHA512withECDSAinP1363Format", 0),
  PS256(-37, "RSASSA-PSS", 256),
  PS384(-38, "RSASSA-PSS", 384),
  PS512(-39, "RSASSA-PSS", 512),
  EDDSA(-8, "Ed25519", 0);

  private final int number;
  private final String name;
  private final int bits;

  CoseAlgorithm(int number, String name, int bits) {
    this.number = number;
    this.name = name;
    this.bits = bits;
  }

  int number() {
    return number;
  }

  static Optional<CoseAlgorithm> of(int number) {
    return Arrays.stream(values()).filter(algorithm -> algorithm.number == number).findFirst();
  }

  /** The one that suits a key, if one does. */
  static Optional<CoseAlgorithm> of(Key key) {
    return switch (key.getAlgorithm()) {
      case "EC" -> {
        int size = ((ECKey) key).getParams().getOrder().bitLength();
        yield size == 256
            ? Optional.of(ES256)
            : size == 384 ? Optional.of(ES384) : Optional.empty();
      }
      case "RSA", "RSASSA-PSS" -> Optional.of(PS256);
      case "EdDSA", "Ed25519" -> Optional.of(EDDSA);
      default -> Optional.empty();
    };
  }

  /** What signs and verifies by it. */
  Signature signature() throws GeneralSecurityException {
    Signature signature = Signature.getInstance(name);
    if (bits > 0) {
      signature.setParameter(padding());
    }
    return signature;
  }

  private AlgorithmParameterSpec padding() {
    String hash = "SHA-" + bits;
    return new PSSParameterSpec(hash, "MGF1", new MGF1ParameterSpec(hash), bits / 8, 1);
  }
}
