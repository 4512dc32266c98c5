package myna.provenance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import myna.provenance.Provenance.Claim;
import myna.provenance.Provenance.Problem;
import tools.jackson.databind.JsonNode;

/**
 * A claim of version 1 or 2 with the statements that it refers to.
 *
 * @param claimBytes in CBOR, as they were signed
 * @param assertions that lie beside it
 */
record SignedClaim(
    byte[] claimBytes, JsonNode claim, List<Jumbf> assertions, ClaimSignature signature) {
  private static final List<String> CLAIMS = List.of(Manifest.CLAIM, "c2pa.claim");
  private static final List<String> REFERENCES =
      List.of("created_assertions", "gathered_assertions", "assertions");

  private static final int LONGEST = 200;

  /**
   * Reads a manifest.
   *
   * @throws ManifestException if it lacks a part
   */
  static SignedClaim of(Jumbf manifest) throws ManifestException {
    Jumbf claim =
        CLAIMS.stream()
            .flatMap(label -> manifest.child(label).stream())
            .findFirst()
            .orElseThrow(() -> new ManifestException("it holds no claim"));
    Jumbf signature =
        manifest
            .child(Manifest.SIGNATURE)
            .orElseThrow(() -> new ManifestException("it holds no signature"));
    List<Jumbf> assertions =
        manifest.child(Manifest.ASSERTIONS).map(Jumbf::children).orElse(List.of());
    return new SignedClaim(
        claim.content(),
        Cbor.decode(claim.content()),
        assertions,
        ClaimSignature.read(signature.content()));
  }

  /** The hash that is used where nothing else is said. */
  String hashName() {
    return claim.path("alg").asString("sha256");
  }

  /** What is wrong with the statements. */
  Set<Problem> assertionProblems() throws ManifestException {
    Set<Problem> problems = EnumSet.noneOf(Problem.class);
    Set<String> known = new HashSet<>();
    for (JsonNode reference : references()) {
      String url = reference.path("url").asString("");
      String label = url.substring(url.lastIndexOf('/') + 1);
      Optional<Jumbf> assertion =
          assertions.stream().filter(each -> each.label().equals(label)).findFirst();
      known.add(label);
      if (assertion.isEmpty()) {
        problems.add(Problem.ASSERTION_MISSING);
      } else if (!isAsSigned(assertion.get(), reference)) {
        problems.add(Problem.ASSERTION);
      }
    }
    if (!assertions.stream().allMatch(each -> known.contains(each.label()))) {
      problems.add(Problem.ASSERTION_ADDED);
    }
    return problems;
  }

  private List<JsonNode> references() {
    List<JsonNode> all = new ArrayList<>();
    REFERENCES.forEach(name -> claim.path(name).forEach(all::add));
    return all;
  }

  private boolean isAsSigned(Jumbf assertion, JsonNode reference) throws ManifestException {
    String alg = reference.path("alg").asString(hashName());
    byte[] hash = Hashes.of(alg).digest(assertion.payload());
    return Arrays.equals(hash, Cbor.bytes(reference.path("hash")));
  }

  /** What it says. */
  Claim statements() throws ManifestException {
    JsonNode created = created();
    return new Claim(
        generator(),
        text(created.path("when")),
        text(created.path("digitalSourceType")).map(url -> url.substring(url.lastIndexOf('/') + 1)),
        text(created.path("description")),
        softBinding());
  }

  private String generator() {
    JsonNode info = claim.path("claim_generator_info");
    JsonNode first = info.isArray() ? info.path(0) : info;
    String version = text(first.path("version")).map(each -> " " + each).orElse("");
    return text(first.path("name"))
        .map(name -> name + version)
        .or(() -> text(claim.path("claim_generator")))
        .orElse("");
  }

  /** The first action, which says how the sound came to be. */
  private JsonNode created() throws ManifestException {
    for (Jumbf assertion : assertions) {
      if (assertion.label().startsWith("c2pa.actions")) {
        return Cbor.decode(assertion.content()).path("actions").path(0);
      }
    }
    return claim.path("no action");
  }

  private Optional<String> softBinding() throws ManifestException {
    for (Jumbf assertion : assertions) {
      if (assertion.label().startsWith(Manifest.SOFT_BINDING)) {
        return text(Cbor.decode(assertion.content()).path("alg"));
      }
    }
    return Optional.empty();
  }

  private static Optional<String> text(JsonNode node) {
    return node.isString()
        ? Optional.of(node.stringValue()).filter(text -> text.length() <= LONGEST)
        : Optional.empty();
  }
}
