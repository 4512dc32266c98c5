package myna.cli;

import java.util.ArrayList;
import java.util.List;
import myna.provenance.Provenance;
import myna.provenance.Provenance.Problem;
import myna.provenance.Provenance.State;

/** Says in English what a manifest says, and whether it may be believed. */
final class ProvenanceSentences {
  private ProvenanceSentences() {}

  /** One line for each thing that is known. */
  static List<String> of(Provenance found) {
    List<String> lines = new ArrayList<>();
    lines.add("signed: " + state(found));
    found.problems().forEach(problem -> lines.add("  " + of(problem)));
    if (found.state() == State.UNREADABLE) {
      return lines;
    }
    found.signature().ifPresent(signature -> lines.add("by: " + of(signature)));
    Provenance.Claim claim = found.claim();
    lines.add("made by: " + Provenance.plain(claim.generator()));
    claim
        .when()
        .ifPresent(
            when -> lines.add("made when: " + Provenance.plain(when) + ", as it says itself"));
    lines.add(
        claim.isSynthetic()
            ? "it says: synthetic, made by a trained model"
            : "it says: " + claim.source().map(Provenance::plain).orElse("not how it came"));
    claim.description().ifPresent(text -> lines.add("  " + Provenance.plain(text)));
    return lines;
  }

  private static String state(Provenance found) {
    return switch (found.state()) {
      case INTACT -> "yes, and nothing was changed since";
      case CHANGED -> "yes, but it is not any more what was signed";
      case UNREADABLE -> "cannot tell";
    };
  }

  private static String of(Problem problem) {
    return switch (problem) {
      case CONTENT -> "the file was changed after it was signed";
      case ASSERTION -> "a statement about the file was changed";
      case ASSERTION_MISSING -> "a statement about the file was taken away";
      case ASSERTION_ADDED -> "a statement that nobody signed was added";
      case SIGNATURE -> "the signature is not good";
      case UNBOUND -> "the manifest is not tied to this file";
      case MANIFEST -> "the manifest is broken, or of a kind that is not known here";
    };
  }

  private static String of(Provenance.Signature signature) {
    String name = Provenance.plain(signature.name());
    return signature.own()
        ? name + ", with the key of your own Myna"
        : name
            + ", for whom "
            + Provenance.plain(signature.issuer())
            + " vouches; whether to trust them is not known here, since anybody can make such"
            + " certificates";
  }
}
