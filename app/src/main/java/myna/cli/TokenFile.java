package myna.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import myna.codec.Tokens;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Tokens in a file, as JSON.
 *
 * @param pack name and version of the pack whose codec made them
 * @param samples of the signal, before it was padded to whole frames
 * @param sampleRate of the signal
 * @param codes [L][D]
 */
record TokenFile(String pack, int samples, int sampleRate, int[][] codes) {
  static TokenFile of(String pack, int samples, int sampleRate, Tokens tokens) {
    int[][] codes = new int[tokens.frames()][tokens.depth()];
    for (int i = 0; i < tokens.frames(); i++) {
      System.arraycopy(tokens.codes(), i * tokens.depth(), codes[i], 0, tokens.depth());
    }
    return new TokenFile(pack, samples, sampleRate, codes);
  }

  /**
   * Reads a file.
   *
   * @throws IOException if it holds no tokens
   */
  static TokenFile read(Path file) throws IOException {
    JsonMapper mapper =
        JsonMapper.builder()
            .enable(
                DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES,
                DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    try {
      TokenFile tokens = mapper.readValue(Files.readAllBytes(file), TokenFile.class);
      if (tokens == null || Arrays.asList(tokens.codes()).contains(null)) {
        throw new IOException(file + " is no token file: something in it is null");
      }
      return tokens;
    } catch (JacksonException e) {
      throw new IOException(file + " is no token file: " + e.getOriginalMessage(), e);
    }
  }

  /**
   * The tokens.
   *
   * @param size V, which every code must be below
   * @throws IOException if rows differ in length, or a code is none
   */
  Tokens tokens(int size) throws IOException {
    int depth = codes.length == 0 ? 1 : codes[0].length;
    int[] flat = new int[codes.length * depth];
    for (int i = 0; i < codes.length; i++) {
      if (codes[i].length != depth || depth == 0) {
        throw new IOException("frame " + i + " of the tokens has another depth than the first");
      }
      for (int j = 0; j < depth; j++) {
        if (codes[i][j] < 0 || codes[i][j] >= size) {
          throw new IOException("frame " + i + " of the tokens holds no code: " + codes[i][j]);
        }
        flat[i * depth + j] = codes[i][j];
      }
    }
    return new Tokens(flat, codes.length, depth);
  }
}
