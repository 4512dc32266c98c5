package myna.audio;

import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_DBL;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S32;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S64;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_U8;
import static org.bytedeco.ffmpeg.global.avutil.av_get_bytes_per_sample;
import static org.bytedeco.ffmpeg.global.avutil.av_get_packed_sample_fmt;
import static org.bytedeco.ffmpeg.global.avutil.av_sample_fmt_is_planar;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Arrays;
import myna.audio.AudioException.Reason;
import org.bytedeco.ffmpeg.avutil.AVFrame;

/** Gathers decoded frames of any sample format as mono floats. */
final class FloatCollector {
  private static final int START_SECONDS = 30;

  private final Path file;
  private final int sampleRate;
  private final long limit;
  private float[] samples;
  private float[] first = {}; // the first of two channels
  private int length;

  FloatCollector(Path file, int sampleRate) throws AudioException {
    if (sampleRate < 1) {
      throw new AudioException(Reason.CORRUPT, file + " is damaged: it has no sample rate");
    }
    this.file = file;
    this.sampleRate = sampleRate;
    limit = (long) AudioFiles.LONGEST_SECONDS * sampleRate;
    samples = new float[START_SECONDS * sampleRate];
  }

  int length() {
    return length;
  }

  Audio toAudio() throws AudioException {
    float[] mean = Arrays.copyOf(samples, length);
    float[] chosen = first.length == 0 ? mean : Downmix.choose(mean, Arrays.copyOf(first, length));
    return AudioFiles.withinFullScale(file, new Audio(chosen, sampleRate));
  }

  /** Adds a frame's samples, its channels averaged. */
  void add(AVFrame frame) throws AudioException {
    if (frame.sample_rate() != sampleRate) {
      throw new AudioException(
          Reason.UNSUPPORTED,
          file + " changes its sample rate on the way, which Myna does not read");
    }
    int count = frame.nb_samples();
    if (length + (long) count > limit) {
      throw AudioFiles.tooLong(file);
    }
    if (length + count > samples.length) {
      long doubled = Math.max(2L * samples.length, (long) length + count);
      samples = Arrays.copyOf(samples, (int) Math.min(limit, doubled));
    }
    Arrays.fill(samples, length, length + count, 0);
    int channels = frame.ch_layout().nb_channels();
    boolean planar = av_sample_fmt_is_planar(frame.format()) == 1;
    for (int c = 0; c < channels; c++) {
      if (planar) {
        accumulate(frame, c, 0, 1, 1f / channels);
      } else {
        accumulate(frame, 0, c, channels, 1f / channels);
      }
      if (c == 0 && channels == 2) {
        keepFirst(count);
      }
    }
    length += count;
  }

  /** The first channel is all that was accumulated so far, at half its size. */
  private void keepFirst(int count) {
    if (first.length < samples.length) {
      first = Arrays.copyOf(first, samples.length);
    }
    for (int i = length; i < length + count; i++) {
      first[i] = 2 * samples[i];
    }
  }

  private void accumulate(AVFrame frame, int plane, int offset, int stride, float weight)
      throws AudioException {
    int bytes = av_get_bytes_per_sample(frame.format());
    long size = (long) frame.nb_samples() * stride * bytes;
    ByteBuffer data =
        frame.extended_data(plane).capacity(size).asByteBuffer().order(ByteOrder.nativeOrder());
    int format = av_get_packed_sample_fmt(frame.format());
    for (int i = 0; i < frame.nb_samples(); i++) {
      samples[length + i] += weight * sample(data, format, (i * stride + offset) * bytes);
    }
  }

  private float sample(ByteBuffer data, int format, int at) throws AudioException {
    return switch (format) {
      case AV_SAMPLE_FMT_FLT -> data.getFloat(at);
      case AV_SAMPLE_FMT_S16 -> data.getShort(at) * 0x1p-15f;
      case AV_SAMPLE_FMT_S32 -> data.getInt(at) * 0x1p-31f;
      case AV_SAMPLE_FMT_U8 -> ((data.get(at) & 0xFF) - 128) * 0x1p-7f;
      case AV_SAMPLE_FMT_DBL -> (float) data.getDouble(at);
      case AV_SAMPLE_FMT_S64 -> data.getLong(at) * 0x1p-63f;
      default ->
          throw new AudioException(
              Reason.UNSUPPORTED, file + " holds samples of a kind that Myna does not read");
    };
  }
}
