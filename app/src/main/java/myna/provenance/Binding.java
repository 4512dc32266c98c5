package myna.provenance;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import myna.provenance.Mp4Carrier.Box;
import tools.jackson.databind.JsonNode;

/** How a file is tied to its manifest: by a hash of all of it but the manifest (C2PA 2.2, 9.2). */
enum Binding {
  /** Of bytes, of which stretches are left out. */
  DATA("c2pa.hash.data"),
  /** Of boxes, of which some are left out. */
  BOXES("c2pa.hash.bmff.v3");

  private static final String HASH = "sha256";

  /** Boxes that may change without the sound being another. */
  private static final List<String> FREE = List.of("/ftyp", "/mfra", "/free", "/skip");

  private static final String UUID_BOX = "/uuid";
  private static final int UUID_OFFSET = 8;

  private final String label;

  Binding(String label) {
    this.label = label;
  }

  /** Its assertion's label. */
  String label() {
    return label;
  }

  /** The one of an assertion's label, of whatever version. */
  static Optional<Binding> of(String label) {
    if (label.equals(DATA.label)) {
      return Optional.of(DATA);
    }
    return label.matches("c2pa\\.hash\\.bmff\\.v[23]") ? Optional.of(BOXES) : Optional.empty();
  }

  /**
   * The assertion, in CBOR.
   *
   * @param place of the manifest
   * @param hash 32 bytes
   */
  byte[] assertion(Carrier.Place place, byte[] hash) {
    Map<String, Object> map = new LinkedHashMap<>();
    map.put("exclusions", this == DATA ? stretches(place) : boxes());
    map.put("alg", HASH);
    map.put("hash", hash);
    map.put("name", "all but the manifest");
    if (this == DATA) {
      map.put("pad", new byte[0]);
    }
    return Cbor.encode(map);
  }

  private static List<Object> stretches(Carrier.Place place) {
    Map<String, Object> stretch = new LinkedHashMap<>();
    stretch.put("start", place.from());
    stretch.put("length", place.to() - place.from());
    return place.to() == 0 ? List.of() : List.of(stretch);
  }

  private static List<Object> boxes() {
    List<Object> boxes = new ArrayList<>();
    Map<String, Object> value = new LinkedHashMap<>();
    value.put("offset", UUID_OFFSET);
    value.put("value", Mp4Carrier.UUID);
    Map<String, Object> own = new LinkedHashMap<>();
    own.put("xpath", UUID_BOX);
    own.put("data", List.of(value));
    boxes.add(own);
    FREE.forEach(path -> boxes.add(Map.of("xpath", path)));
    return boxes;
  }

  /** The hash of a file whose manifest lies at a place. */
  byte[] hash(FileChannel file, Carrier.Place place) throws IOException, ManifestException {
    return hash(file, Cbor.decode(assertion(place, new byte[0])), HASH);
  }

  /**
   * The hash of a file, as an assertion wants it.
   *
   * @param alg where the assertion names none
   * @throws ManifestException if it is taken in a way that is not known here
   */
  byte[] hash(FileChannel file, JsonNode assertion, String alg)
      throws IOException, ManifestException {
    MessageDigest digest = Hashes.of(assertion.path("alg").asString(alg));
    if (this == DATA) {
      hashStretches(file, assertion.path("exclusions"), digest);
    } else {
      hashBoxes(file, assertion, digest);
    }
    return digest.digest();
  }

  private record Stretch(long start, long length) {}

  private static void hashStretches(FileChannel file, JsonNode excluded, MessageDigest digest)
      throws IOException, ManifestException {
    List<Stretch> stretches = new ArrayList<>();
    for (JsonNode each : excluded) {
      stretches.add(new Stretch(each.path("start").asLong(-1), each.path("length").asLong(-1)));
    }
    stretches.sort(Comparator.comparingLong(Stretch::start));
    long at = 0;
    for (Stretch stretch : stretches) {
      boolean fits = stretch.start >= at && stretch.length >= 0;
      if (!fits || stretch.length > file.size() - stretch.start) {
        throw new ManifestException("what its hash leaves out is not in the file");
      }
      Channels.digest(file, at, stretch.start, digest);
      at = stretch.start + stretch.length;
    }
    Channels.digest(file, at, file.size(), digest);
  }

  /** Of each box that is not left out, its place and all of it. */
  private static void hashBoxes(FileChannel file, JsonNode assertion, MessageDigest digest)
      throws IOException, ManifestException {
    if (!assertion.path("merkle").isMissingNode() && !assertion.path("merkle").isNull()) {
      throw new ManifestException("its hash is of parts, which is not known here");
    }
    for (Box box : Mp4Carrier.boxes(file)) {
      if (!isExcluded(file, box, assertion.path("exclusions"))) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(box.from()).array());
        Channels.digest(file, box.from(), box.to(), digest);
      }
    }
  }

  private static boolean isExcluded(FileChannel file, Box box, JsonNode exclusions)
      throws IOException, ManifestException {
    for (JsonNode exclusion : exclusions) {
      String path = exclusion.path("xpath").asString("");
      boolean plain = path.lastIndexOf('/') == 0 && !exclusion.hasNonNull("subset");
      if (!plain || exclusion.hasNonNull("flags") || exclusion.hasNonNull("version")) {
        throw new ManifestException("its hash leaves out parts of boxes, which is not known here");
      }
      if (path.equals("/" + box.type()) && matches(file, box, exclusion.path("data"))) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(FileChannel file, Box box, JsonNode data) throws IOException {
    for (JsonNode each : data) {
      byte[] value = Cbor.bytes(each.path("value"));
      if (value.length == 0 || !box.has(file, each.path("offset").asLong(-1), value)) {
        return false;
      }
    }
    return true;
  }
}
