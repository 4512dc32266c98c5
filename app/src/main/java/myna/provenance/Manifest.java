package myna.provenance;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A manifest of synthetic speech, with claims of version 2 (C2PA 2.2, 10). */
final class Manifest {
  static final String STORE = "c2pa";
  static final String ASSERTIONS = "c2pa.assertions";
  static final String SIGNATURE = "c2pa.signature";
  static final String CLAIM = "c2pa.claim.v2";
  static final String ACTIONS = "c2pa.actions.v2";
  static final String SOFT_BINDING = "c2pa.soft-binding";

  /** Media that a trained model made (IPTC's digital source types). */
  static final String SYNTHETIC =
      "http://cv.iptc.org/newscodes/digitalsourcetype/trainedAlgorithmicMedia";

  /** How the mark in the sound is called; docs/decisions/0050 describes it. */
  static final String MARK = "io.github.myna.band-level-mark.1";

  private static final int DATE = 0;

  private final Facts facts;
  private final Signer signer;
  private final String label = "urn:c2pa:" + UUID.randomUUID();
  private final String instance = "xmp:iid:" + UUID.randomUUID();

  Manifest(Facts facts, Signer signer) {
    this.facts = facts;
    this.signer = signer;
  }

  /**
   * All of it, as it is laid into a file; equally long for all hashes.
   *
   * @param hash the assertion that ties it to its file, in CBOR
   */
  byte[] bytes(Binding binding, byte[] hash) throws GeneralSecurityException {
    List<Jumbf> assertions = new ArrayList<>();
    assertions.add(Jumbf.cbor("cbor", ACTIONS, Cbor.encode(actions())));
    if (facts.watermark()) {
      assertions.add(Jumbf.cbor("cbor", SOFT_BINDING, Cbor.encode(softBinding())));
    }
    assertions.add(Jumbf.cbor("cbor", binding.label(), hash));
    byte[] claim = Cbor.encode(claim(assertions));
    Jumbf manifest =
        Jumbf.of(
            "c2ma",
            label,
            List.of(
                Jumbf.of("c2as", ASSERTIONS, assertions),
                Jumbf.cbor("c2cl", CLAIM, claim),
                Jumbf.cbor("c2cs", SIGNATURE, signer.sign(claim))));
    return Jumbf.of("c2pa", STORE, List.of(manifest)).bytes();
  }

  private Map<String, Object> generator() {
    Map<String, Object> generator = new LinkedHashMap<>();
    generator.put("name", "Myna");
    generator.put("version", facts.version());
    return generator;
  }

  private Map<String, Object> actions() {
    Map<String, Object> created = new LinkedHashMap<>();
    created.put("action", "c2pa.created");
    created.put(
        "when", new Cbor.Tagged(DATE, facts.when().truncatedTo(ChronoUnit.SECONDS).toString()));
    created.put("softwareAgent", generator());
    created.put("digitalSourceType", SYNTHETIC);
    facts.pack().ifPresent(pack -> created.put("description", "Speech by the model pack " + pack));
    return Map.of("actions", List.of(created));
  }

  /** It names no value: the mark is the same in all sound, and says only that Myna made it. */
  private static Map<String, Object> softBinding() {
    Map<String, Object> block = new LinkedHashMap<>();
    block.put("scope", Map.of());
    block.put("value", new byte[] {1});
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("alg", MARK);
    map.put("blocks", List.of(block));
    map.put("pad", new byte[0]);
    return map;
  }

  private Map<String, Object> claim(List<Jumbf> assertions) throws GeneralSecurityException {
    List<Object> created = new ArrayList<>();
    for (Jumbf assertion : assertions) {
      Map<String, Object> reference = new LinkedHashMap<>();
      reference.put("url", "self#jumbf=" + ASSERTIONS + "/" + assertion.label());
      reference.put("hash", MessageDigest.getInstance("SHA-256").digest(assertion.payload()));
      created.add(reference);
    }
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("instanceID", instance);
    claim.put("claim_generator_info", generator());
    claim.put("signature", "self#jumbf=/" + STORE + "/" + label + "/" + SIGNATURE);
    claim.put("created_assertions", created);
    claim.put("alg", "sha256");
    return claim;
  }
}
