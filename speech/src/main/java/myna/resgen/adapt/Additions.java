package myna.resgen.adapt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import myna.codec.SeededNoise;

/**
 * Low-rank additions to the linear maps of a pack. Also what has their shape: gradients, moments.
 *
 * @param shapes of the factors
 * @param values [factor][rows * columns], row-major; owned by the record
 */
public record Additions(List<FactorShape> shapes, List<float[]> values) {
  /** Checks the shapes. */
  public Additions {
    shapes = List.copyOf(shapes);
    values = List.copyOf(values);
    if (shapes.size() != values.size()) {
      throw new IllegalArgumentException(values.size() + " factors of " + shapes.size());
    }
    for (int i = 0; i < shapes.size(); i++) {
      if (values.get(i).length != shapes.get(i).size()) {
        throw new IllegalArgumentException(shapes.get(i).name() + " does not have its shape");
      }
    }
  }

  /** All zero. */
  public static Additions zero(List<FactorShape> shapes) {
    return new Additions(shapes, shapes.stream().map(shape -> new float[shape.size()]).toList());
  }

  /**
   * What learning starts with: nothing is added yet, but the first factors are random, so that the
   * last have something to learn from.
   */
  public static Additions start(List<FactorShape> shapes, long seed) {
    SeededNoise noise = new SeededNoise(seed);
    List<float[]> values = new ArrayList<>();
    for (FactorShape shape : shapes) {
      float[] factor = shape.first() ? noise.gaussian(shape.size()) : new float[shape.size()];
      float scale = (float) (1 / Math.sqrt(shape.columns()));
      for (int i = 0; i < factor.length; i++) {
        factor[i] *= scale;
      }
      values.add(factor);
    }
    return new Additions(shapes, values);
  }

  /** Moves these values towards others of the same shapes, by a share of the way. */
  void approach(Additions other, double share) {
    for (int f = 0; f < values.size(); f++) {
      float[] own = values.get(f);
      float[] wanted = other.values.get(f);
      for (int i = 0; i < own.length; i++) {
        own[i] += (float) (share * (wanted[i] - own[i]));
      }
    }
  }

  /** A copy that does not change with this. */
  public Additions copy() {
    return new Additions(shapes, values.stream().map(float[]::clone).toList());
  }

  /**
   * The maps that something is added to, by name.
   *
   * @throws IllegalArgumentException if the factors are not whole pairs
   */
  public Map<String, LowRank> maps() {
    Map<String, float[]> byName = new HashMap<>();
    Map<String, FactorShape> shapeOf = new HashMap<>();
    for (int i = 0; i < shapes.size(); i++) {
      byName.put(shapes.get(i).name(), values.get(i));
      shapeOf.put(shapes.get(i).name(), shapes.get(i));
    }
    Set<String> names = new TreeSet<>(shapes.stream().map(FactorShape::map).toList());
    Map<String, LowRank> maps = new HashMap<>();
    for (String name : names) {
      FactorShape narrow = shapeOf.get(name + FactorShape.NARROW);
      FactorShape widen = shapeOf.get(name + FactorShape.WIDEN);
      if (narrow == null || widen == null || narrow.rows() != widen.columns()) {
        throw new IllegalArgumentException("the factors of " + name + " do not fit");
      }
      maps.put(name, new LowRank(narrow, byName.get(narrow.name()), byName.get(widen.name())));
    }
    return maps;
  }
}
