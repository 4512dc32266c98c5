package myna.codec;

/** Where all random numbers come from: a seeded generator, or a recording of one. */
public interface NoiseSource {
  /** Fills the array with numbers that are uniform on [0, 1). */
  void uniforms(double[] values);

  /** Fills the array with standard normal numbers. */
  void normals(double[] values);
}
