package myna.audio;

import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_unref;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_alloc_context3;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_find_decoder;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_free_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_open2;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_parameters_to_context;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_receive_frame;
import static org.bytedeco.ffmpeg.global.avcodec.avcodec_send_packet;
import static org.bytedeco.ffmpeg.global.avformat.AVFMT_DURATION_FROM_BITRATE;
import static org.bytedeco.ffmpeg.global.avformat.av_find_best_stream;
import static org.bytedeco.ffmpeg.global.avformat.av_read_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_find_stream_info;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_AUDIO;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.AV_TIME_BASE;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_alloc;
import static org.bytedeco.ffmpeg.global.avutil.av_frame_free;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.nio.file.Path;
import java.util.Locale;
import myna.audio.AudioException.Reason;
import org.bytedeco.ffmpeg.avcodec.AVCodec;
import org.bytedeco.ffmpeg.avcodec.AVCodecContext;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVFrame;
import org.bytedeco.javacpp.PointerPointer;

/**
 * Decodes a file with FFmpeg. Opens that one file and nothing else: neither what a playlist names
 * nor the network.
 */
final class FfmpegReader implements AutoCloseable {
  /** Containers and bare streams of sound; without playlists, text, images and devices. */
  static final String CONTAINERS =
      "aac,ac3,aiff,amr,ape,asf,au,avi,caf,dsf,eac3,flac,flv,gsm,matroska,webm,mov,mp4,m4a,3gp,mp3,"
          + "mpc,mpc8,mpeg,mpegts,ogg,rm,tak,tta,w64,wav,wv";

  /** A file whose sound is shorter than its header says by more than this share is cut short. */
  private static final double TOLERATED_LOSS = 0.05;

  private static final double TOLERATED_LOSS_SECONDS = 0.5;

  private final Path file;
  private final AVFormatContext format = avformat_alloc_context();
  private final AVPacket packet = av_packet_alloc();
  private final AVFrame frame = av_frame_alloc();
  private AVCodecContext decoder;
  private AVStream stream;
  private FloatCollector collector;

  FfmpegReader(Path file) {
    this.file = file;
    av_log_set_level(AV_LOG_QUIET);
  }

  /** Decodes the best sound stream of the file: at least one sample. */
  Audio read() throws AudioException {
    open();
    while (av_read_frame(format, packet) >= 0) {
      if (packet.stream_index() == stream.index()) {
        decode(packet);
      }
      av_packet_unref(packet);
    }
    decode(null);
    if (collector == null || collector.length() == 0) {
      throw new AudioException(Reason.EMPTY, file + " holds no sound that can be decoded");
    }
    Audio audio = collector.toAudio();
    checkDuration(audio);
    return audio;
  }

  private void open() throws AudioException {
    AVDictionary options = new AVDictionary(null);
    try {
      av_dict_set(options, "protocol_whitelist", "file", 0);
      av_dict_set(options, "format_whitelist", CONTAINERS, 0);
      if (avformat_open_input(format, "file:" + file, null, options) < 0) {
        throw notAudio();
      }
    } finally {
      av_dict_free(options);
    }
    if (avformat_find_stream_info(format, (PointerPointer<?>) null) < 0) {
      throw notAudio();
    }
    int index =
        av_find_best_stream(format, AVMEDIA_TYPE_AUDIO, -1, -1, (PointerPointer<?>) null, 0);
    if (index < 0) {
      throw new AudioException(Reason.NOT_AUDIO, file + " holds no sound");
    }
    stream = format.streams(index);
    AVCodec codec = avcodec_find_decoder(stream.codecpar().codec_id());
    if (codec == null) {
      throw new AudioException(
          Reason.UNSUPPORTED, file + " holds sound of a kind that Myna does not read");
    }
    decoder = avcodec_alloc_context3(codec);
    avcodec_parameters_to_context(decoder, stream.codecpar());
    decoder.pkt_timebase(stream.time_base());
    if (avcodec_open2(decoder, codec, (PointerPointer<?>) null) < 0) {
      throw new AudioException(Reason.CORRUPT, file + " is damaged: its sound cannot be decoded");
    }
  }

  private AudioException notAudio() {
    return new AudioException(
        Reason.NOT_AUDIO, file + " is not an audio file, or one that is damaged from its start");
  }

  /** Decodes a packet, or what the decoder holds back; a damaged packet is passed over. */
  private void decode(AVPacket input) throws AudioException {
    if (avcodec_send_packet(decoder, input) < 0) {
      return;
    }
    while (avcodec_receive_frame(decoder, frame) >= 0) {
      if (collector == null) {
        collector = new FloatCollector(file, frame.sample_rate());
      }
      collector.add(frame);
    }
  }

  private void checkDuration(Audio audio) throws AudioException {
    if (format.duration() <= 0
        || format.duration_estimation_method() == AVFMT_DURATION_FROM_BITRATE) {
      return;
    }
    double promised = format.duration() / (double) AV_TIME_BASE;
    double missing = promised - audio.seconds();
    if (missing > Math.max(TOLERATED_LOSS_SECONDS, TOLERATED_LOSS * promised)) {
      throw new AudioException(
          Reason.TRUNCATED,
          String.format(
              Locale.ROOT,
              "%s is cut short: its header promises %.1f s of sound, the file holds %.1f s",
              file,
              promised,
              audio.seconds()));
    }
  }

  @Override
  public void close() {
    if (decoder != null) {
      avcodec_free_context(decoder);
    }
    av_frame_free(frame);
    av_packet_free(packet);
    avformat_close_input(format);
  }
}
