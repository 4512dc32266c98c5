package myna.provenance;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import myna.provenance.Provenance.Problem;
import myna.provenance.Provenance.State;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** Reads manifests of any program, and compares files with them (C2PA 2.2, 15). */
public final class ProvenanceReader {
  private final Optional<X509Certificate> own;

  private ProvenanceReader(Optional<X509Certificate> own) {
    this.own = own;
  }

  /**
   * A reader that knows the user's own signatures.
   *
   * @param key the file of {@link Signer#own}, which need not be there
   */
  public static ProvenanceReader knowing(Path key) throws IOException {
    return new ProvenanceReader(
        Files.exists(key) ? Optional.of(Signer.of(key).certificate()) : Optional.empty());
  }

  /**
   * What is known of a file.
   *
   * @return empty where there is no manifest, neither in it nor beside it
   */
  public Optional<Provenance> read(Path path) throws IOException {
    Optional<Carrier> carrier = Carrier.of(path);
    try (FileChannel file = FileChannel.open(path, StandardOpenOption.READ)) {
      Optional<byte[]> manifest = carrier.isPresent() ? carrier.get().find(file) : Optional.empty();
      if (manifest.isEmpty()) {
        manifest = beside(path);
      }
      return manifest.isEmpty() ? Optional.empty() : Optional.of(judge(file, manifest.get()));
    } catch (ManifestException | JacksonException _) {
      return Optional.of(Provenance.unreadable());
    }
  }

  private static Optional<byte[]> beside(Path path) throws IOException {
    String name = path.getFileName().toString();
    int dot = name.lastIndexOf('.');
    Path beside = path.resolveSibling((dot < 0 ? name : name.substring(0, dot)) + ".c2pa");
    boolean there = Files.isRegularFile(beside) && Files.size(beside) <= Carrier.LARGEST;
    return there ? Optional.of(Files.readAllBytes(beside)) : Optional.empty();
  }

  private Provenance judge(FileChannel file, byte[] bytes) throws IOException, ManifestException {
    Jumbf store = Jumbf.read(bytes);
    if (!store.type().equals("c2pa") || store.children().isEmpty()) {
      throw new ManifestException("there is none in it");
    }
    SignedClaim claim = SignedClaim.of(store.children().getLast());
    Set<Problem> problems = new LinkedHashSet<>();
    if (!claim.signature().isOf(claim.claimBytes())) {
      problems.add(Problem.SIGNATURE);
    }
    problems.addAll(claim.assertionProblems());
    bound(file, claim).ifPresent(problems::add);
    return new Provenance(
        problems.isEmpty() ? State.INTACT : State.CHANGED,
        List.copyOf(problems),
        claim.statements(),
        Optional.of(signature(claim.signature().certificate())));
  }

  /** What is wrong with the tie between the file and its manifest, if something is. */
  private static Optional<Problem> bound(FileChannel file, SignedClaim claim)
      throws IOException, ManifestException {
    for (Jumbf assertion : claim.assertions()) {
      Optional<Binding> binding = Binding.of(assertion.label());
      if (binding.isPresent()) {
        JsonNode told = Cbor.decode(assertion.content());
        byte[] hash = binding.get().hash(file, told, claim.hashName());
        boolean same = Arrays.equals(hash, Cbor.bytes(told.path("hash")));
        return same ? Optional.empty() : Optional.of(Problem.CONTENT);
      }
    }
    return Optional.of(Problem.UNBOUND);
  }

  private Provenance.Signature signature(X509Certificate certificate) {
    return new Provenance.Signature(
        Names.of(certificate.getSubjectX500Principal()),
        Names.of(certificate.getIssuerX500Principal()),
        own.filter(certificate::equals).isPresent(),
        certificate.getNotBefore().toInstant(),
        certificate.getNotAfter().toInstant());
  }
}
