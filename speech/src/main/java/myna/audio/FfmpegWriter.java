package myna.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_BITEXACT;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_FLAG_GLOBAL_HEADER;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_rescale_ts;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_encoder_by_name;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_from_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_packet;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_frame;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_GLOBALHEADER;
import static org.bytedeco.ffmpeg.global.avformat.av_interleaved_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.av_write_trailer;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_output_context2;
import static org.bytedeco.ffmpeg.global.avformat.avformat_free_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avformat.avformat_write_header;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLT;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_FLTP;
import static org.bytedeco.ffmpeg.global.avutil.AV_SAMPLE_FMT_S16;
import static org.bytedeco.ffmpeg.global.avutil.av_channel_layout_default;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_get_buffer;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_make_writable;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_strerror;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/** Encodes mono samples with FFmpeg, piece by piece; equal samples give equal bytes. */
final class FfmpegWriter implements SampleWriter {
  private static final int DEFAULT_FRAME = 4096;

  private final FfmpegTarget target;
  private final AVFormatContext container = new AVFormatContext(null);
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private AVCodecContext encoder;
  private AVStream stream;
  private int frameSize;
  private int filled;
  private long written;
  private boolean closed;

  /**
   * Starts to write.
   *
   * @param sampleRate one that the format can hold
   */
  FfmpegWriter(
      FfmpegTarget target, OutputFormat format, int sampleRate, AudioOutput.Choices choices)
      throws IOException {
    this.target = target;
    av_log_set_level(AV_LOG_QUIET);
    try {
      start(format, sampleRate, choices);
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  private void start(OutputFormat format, int sampleRate, AudioOutput.Choices choices)
      throws IOException {
    check(avformat_alloc_output_context2(container, null, format.container(), target.name()));
    container.flags(container.flags() | AVFormatContext.AVFMT_FLAG_BITEXACT);
    AVCodec codec = avcodec_find_encoder_by_name(format.codec());
    if (codec == null) {
      throw new IOException("the encoder " + format.codec() + " is missing");
    }
    openEncoder(codec, format, sampleRate, choices.bitRate());
    stream = avformat_new_stream(container, codec);
    stream.time_base(encoder.time_base());
    check(avcodec_parameters_from_context(stream.codecpar(), encoder));
    FfmpegLabels labels = new FfmpegLabels(container, format, choices.labels());
    labels.announce(sampleRate);
    target.open(container);
    writeHeader(choices.labels());
    labels.writePicture();
    openFrame();
  }

  private void openEncoder(AVCodec codec, OutputFormat format, int sampleRate, int bitRate)
      throws IOException {
    encoder = avcodec_alloc_context3(codec);
    encoder.sample_fmt(
        switch (format) {
          case MP3, AAC, M4A -> AV_SAMPLE_FMT_FLTP;
          case OPUS -> AV_SAMPLE_FMT_FLT;
          case FLAC, WAV, PCM -> AV_SAMPLE_FMT_S16;
        });
    encoder.sample_rate(sampleRate);
    encoder.bit_rate(bitRate > 0 ? bitRate : format.bitRate());
    encoder.time_base(av_make_q(1, sampleRate));
    encoder.flags(encoder.flags() | AV_CODEC_FLAG_BITEXACT);
    if ((container.oformat().flags() & AVFMT_GLOBALHEADER) != 0) {
      encoder.flags(encoder.flags() | AV_CODEC_FLAG_GLOBAL_HEADER);
    }
    av_channel_layout_default(encoder.ch_layout(), 1);
    check(avcodec_open2(encoder, codec, (PointerPointer<?>) null));
  }

  private void writeHeader(FileLabels labels) throws IOException {
    AVDictionary options = new AVDictionary(null);
    try {
      if (!labels.chapters().isEmpty()) {
        av_dict_set(options, "brand", "M4B ", 0); // An audiobook; other containers ignore it.
      }
      target.tell(options);
      av_dict_set(options, "id3v2_version", "3", 0); // More players read it than version 4.
      target.check(avformat_write_header(container, options));
    } finally {
      av_dict_free(options);
    }
  }

  private void openFrame() throws IOException {
    frameSize = encoder.frame_size() > 0 ? encoder.frame_size() : DEFAULT_FRAME;
    frame.nb_samples(frameSize);
    frame.format(encoder.sample_fmt());
    frame.sample_rate(encoder.sample_rate());
    frame.ch_layout(encoder.ch_layout());
    check(av_frame_get_buffer(frame, 0));
  }

  @Override
  public void write(float[] samples, int from, int to) throws IOException {
    for (int t = from; t < to; ) {
      if (filled == 0) {
        check(av_frame_make_writable(frame));
      }
      int count = Math.min(frameSize - filled, to - t);
      put(samples, t, count);
      filled += count;
      t += count;
      if (filled == frameSize) {
        sendFrame();
      }
    }
  }

  private void put(float[] samples, int from, int count) {
    boolean integers = frame.format() == AV_SAMPLE_FMT_S16;
    int width = integers ? Short.BYTES : Float.BYTES;
    ByteBuffer data =
        frame
            .data(0)
            .capacity((long) frameSize * width)
            .asByteBuffer()
            .order(ByteOrder.nativeOrder());
    for (int i = 0; i < count; i++) {
      float sample = samples[from + i];
      if (integers) {
        data.putShort((filled + i) * width, WavWriter.toPcm16(sample));
      } else {
        data.putFloat((filled + i) * width, Math.clamp(sample, -1f, 1f));
      }
    }
  }

  private void sendFrame() throws IOException {
    frame.nb_samples(filled);
    frame.pts(written);
    written += filled;
    filled = 0;
    encode(frame);
  }

  @Override
  public void finish() throws IOException {
    if (filled > 0) {
      sendFrame();
    }
    encode(null);
    target.check(av_write_trailer(container));
    target.close(container);
  }

  private void encode(AVFrame input) throws IOException {
    check(avcodec_send_frame(encoder, input));
    while (avcodec_receive_packet(encoder, packet) >= 0) {
      packet.stream_index(stream.index());
      av_packet_rescale_ts(packet, encoder.time_base(), stream.time_base());
      target.check(av_interleaved_write_frame(container, packet));
    }
  }

  private void closeTarget() {
    if (container.pb() != null) {
      try {
        target.close(container);
      } catch (IOException _) {
        // What failed was told where it was written; what is unfinished is worthless.
      }
    }
  }

  static void check(int result) throws IOException {
    if (result < 0) {
      byte[] message = new byte[256];
      av_strerror(result, message, message.length);
      int end = 0;
      while (end < message.length && message[end] != 0) {
        end++;
      }
      throw new IOException(new String(message, 0, end, StandardCharsets.UTF_8));
    }
  }

  @Override
  public void close() {
    if (closed) {
      return;
    }
    closed = true;
    if (encoder != null) {
      avcodec_free_context(encoder);
    }
    av_frame_free(frame);
    av_packet_free(packet);
    if (!container.isNull()) {
      closeTarget();
      avformat_free_context(container);
    }
  }
}
