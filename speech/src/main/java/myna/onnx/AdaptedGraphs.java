package myna.onnx;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import myna.onnx.PackException.Reason;
import myna.resgen.adapt.Additions;
import myna.resgen.adapt.LowRank;

/** The graphs of a pack with a voice's additions merged into their weights. */
final class AdaptedGraphs {
  /** The graphs that additions can be made to. */
  static final List<Role> ROLES =
      List.of(Role.REFERENCE_ENCODER, Role.TEXT_ENCODER, Role.GENERATOR);

  private static final String WEIGHT = ".weight";

  private AdaptedGraphs() {}

  /**
   * Merges.
   *
   * @return the bytes of a model for each of {@link #ROLES}
   * @throws PackException if an addition is to a map that the pack does not have
   */
  static Map<Role, byte[]> merge(ModelPack pack, Additions additions) throws PackException {
    Map<Role, byte[]> models = new EnumMap<>(Role.class);
    Map<String, LowRank> maps = new HashMap<>(additions.maps());
    for (Role role : ROLES) {
      Path file = pack.folder().resolve(pack.manifest().graphs().get(role.key).file());
      PackedWeights weights = PackedWeights.read(file);
      Set<String> here = new HashSet<>(maps.keySet());
      here.removeIf(map -> !weights.names().contains(map + WEIGHT));
      for (String map : here) {
        add(weights, map + WEIGHT, maps.remove(map));
      }
      models.put(role, weights.model());
    }
    if (!maps.isEmpty()) {
      throw unfit("there is no map " + maps.keySet().iterator().next(), null);
    }
    return models;
  }

  private static void add(PackedWeights weights, String name, LowRank addition)
      throws PackException {
    float[] values = weights.get(name);
    try {
      addition.addTo(values);
    } catch (IllegalArgumentException e) {
      throw unfit(e.getMessage(), e);
    }
    weights.put(name, values);
  }

  private static PackException unfit(String why, Throwable cause) {
    return new PackException(
        Reason.MODEL, "the adapted voice does not fit the pack: " + why, cause);
  }
}
