package myna.engine;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import myna.audio.Audio;

/** The voice of clips in memory. */
record ClipsVoice(List<Audio> clips) implements VoiceSource {
  @Override
  public String fingerprint() {
    MessageDigest digest = Hashes.sha256();
    for (Audio clip : clips) {
      ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * clip.length() + 2 * Integer.BYTES);
      bytes.putInt(clip.sampleRate()).putInt(clip.length());
      bytes.asFloatBuffer().put(clip.samples());
      digest.update(bytes.array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  @Override
  public List<Audio> clips(int sampleRate) {
    return clips;
  }
}
