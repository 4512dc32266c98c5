package myna.audio;

import static org.bytedeco.ffmpeg.global.avformat.avformat_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avformat_close_input;
import static org.bytedeco.ffmpeg.global.avformat.avformat_open_input;
import static org.bytedeco.ffmpeg.global.avutil.AV_LOG_QUIET;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_free;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_iterate;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_log_set_level;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.ffmpeg.avutil.AVDictionaryEntry;
import org.bytedeco.javacpp.BytePointer;

/** Reads the labels of a file with FFmpeg: those of the container and of its streams. */
final class FfmpegTags {
  private FfmpegTags() {}

  static Map<String, String> read(Path file) {
    av_log_set_level(AV_LOG_QUIET);
    Map<String, String> tags = new TreeMap<>();
    AVFormatContext format = avformat_alloc_context();
    AVDictionary options = new AVDictionary(null);
    try {
      av_dict_set(options, "protocol_whitelist", "file", 0);
      av_dict_set(options, "format_whitelist", FfmpegReader.CONTAINERS, 0);
      if (avformat_open_input(format, "file:" + file, null, options) >= 0) {
        for (int i = 0; i < format.nb_streams(); i++) {
          add(format.streams(i).metadata(), tags);
        }
        add(format.metadata(), tags);
      }
    } finally {
      av_dict_free(options);
      avformat_close_input(format);
    }
    return tags;
  }

  private static void add(AVDictionary dictionary, Map<String, String> tags) {
    if (dictionary == null) {
      return;
    }
    AVDictionaryEntry entry = av_dict_iterate(dictionary, null);
    while (entry != null) {
      tags.put(text(entry.key()).toLowerCase(Locale.ROOT), text(entry.value()));
      entry = av_dict_iterate(dictionary, entry);
    }
  }

  private static String text(BytePointer bytes) {
    return new String(bytes.getStringBytes(), StandardCharsets.UTF_8);
  }
}
