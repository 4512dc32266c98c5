package myna.provenance;

import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import tools.jackson.databind.JsonNode;

/**
 * A signature in a manifest.
 *
 * @param head what is signed of it, in CBOR
 * @param certificate whose key signed
 * @param value of the signature
 */
record ClaimSignature(byte[] head, X509Certificate certificate, byte[] value) {
  private static final String ALGORITHM = "1";
  private static final String CHAIN = "33";
  private static final String CHAIN_BY_NAME = "x5chain";

  /**
   * Reads a COSE_Sign1 structure.
   *
   * @throws ManifestException if it is none, or without a certificate
   */
  static ClaimSignature read(byte[] cbor) throws ManifestException {
    JsonNode parts = Cbor.decode(cbor);
    byte[] head = bytes(parts.path(0));
    byte[] value = bytes(parts.path(3));
    JsonNode signed = Cbor.decode(head);
    JsonNode chain = signed.path(CHAIN);
    for (JsonNode other :
        new JsonNode[] {
          signed.path(CHAIN_BY_NAME), parts.path(1).path(CHAIN), parts.path(1).path(CHAIN_BY_NAME)
        }) {
      chain = chain.isMissingNode() ? other : chain;
    }
    try {
      byte[] first = bytes(chain.isArray() ? chain.path(0) : chain);
      return new ClaimSignature(head, Pem.certificate(first), value);
    } catch (GeneralSecurityException e) {
      throw new ManifestException("its certificate is broken", e);
    }
  }

  private static byte[] bytes(JsonNode node) throws ManifestException {
    byte[] bytes = Cbor.bytes(node);
    if (bytes.length == 0) {
      throw new ManifestException("its signature lacks a part");
    }
    return bytes;
  }

  /**
   * Whether it is of a claim.
   *
   * @throws ManifestException if it is made in a way that is not known here
   */
  boolean isOf(byte[] claim) throws ManifestException {
    int number = Cbor.decode(head).path(ALGORITHM).asInt(0);
    CoseAlgorithm algorithm =
        CoseAlgorithm.of(number)
            .orElseThrow(() -> new ManifestException("its kind of signature is not known here"));
    try {
      Signature signature = algorithm.signature();
      signature.initVerify(certificate);
      signature.update(Signer.toBeSigned(head, claim));
      return signature.verify(value);
    } catch (GeneralSecurityException _) {
      return false; // another kind of key, or bytes that are no signature
    }
  }
}
