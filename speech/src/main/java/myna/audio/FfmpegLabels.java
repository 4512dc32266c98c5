package myna.audio;

import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_MJPEG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_CODEC_ID_PNG;
import static org.bytedeco.ffmpeg.global.avcodec.AV_PKT_FLAG_KEY;
import static org.bytedeco.ffmpeg.global.avcodec.av_new_packet;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_alloc;
import static org.bytedeco.ffmpeg.global.avcodec.av_packet_free;
import static org.bytedeco.ffmpeg.global.avformat.AV_DISPOSITION_ATTACHED_PIC;
import static org.bytedeco.ffmpeg.global.avformat.av_write_frame;
import static org.bytedeco.ffmpeg.global.avformat.avformat_new_stream;
import static org.bytedeco.ffmpeg.global.avutil.AVMEDIA_TYPE_VIDEO;
import static org.bytedeco.ffmpeg.global.avutil.av_calloc;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_make_q;
import static org.bytedeco.ffmpeg.global.avutil.av_mallocz;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.bytedeco.ffmpeg.avcodec.AVPacket;
import org.bytedeco.ffmpeg.avformat.AVChapter;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVStream;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.javacpp.PointerPointer;

/** Puts labels into a file that FFmpeg writes; what it allocates, the container frees. */
final class FfmpegLabels {
  private static final int FRONT_COVER = 3;

  private final AVFormatContext container;
  private final OutputFormat format;
  private final FileLabels labels;
  private AVStream picture;

  FfmpegLabels(AVFormatContext container, OutputFormat format, FileLabels labels) {
    this.container = container;
    this.format = format;
    this.labels = labels;
  }

  /** Everything that must be known before the header is written. */
  void announce(int sampleRate) throws IOException {
    Map<String, String> tags = new TreeMap<>(labels.tags());
    if (labels.hasPicture() && format == OutputFormat.OPUS) {
      tags.put("METADATA_BLOCK_PICTURE", flacPicture());
    } else if (labels.hasPicture()) {
      addPicture();
    }
    if (format == OutputFormat.FLAC || format == OutputFormat.OPUS) {
      tags.remove("description"); // Vorbis comments know it as another word for the comment.
      addChapterTags(tags, sampleRate);
    } else {
      addChapters(sampleRate);
    }
    container.metadata(dictionary(tags));
  }

  private static AVDictionary dictionary(Map<String, String> tags) {
    AVDictionary dictionary = new AVDictionary(null);
    tags.forEach((name, value) -> set(dictionary, name, value));
    return dictionary;
  }

  private static void set(AVDictionary dictionary, String name, String value) {
    try (BytePointer key = new BytePointer(name, StandardCharsets.UTF_8);
        BytePointer text = new BytePointer(value.replace("\0", ""), StandardCharsets.UTF_8)) {
      av_dict_set(dictionary, key, text, 0);
    }
  }

  private void addPicture() throws IOException {
    picture = avformat_new_stream(container, null);
    if (picture == null) {
      throw new IOException("no memory for the cover");
    }
    picture.disposition(AV_DISPOSITION_ATTACHED_PIC);
    picture.codecpar().codec_type(AVMEDIA_TYPE_VIDEO);
    picture.codecpar().codec_id(labels.isPng() ? AV_CODEC_ID_PNG : AV_CODEC_ID_MJPEG);
    PictureSize size = PictureSize.of(labels.picture());
    picture.codecpar().width(size.width());
    picture.codecpar().height(size.height());
    picture.time_base(av_make_q(1, 90_000));
  }

  /** Hands the picture over, which must come before all sound. */
  void writePicture() throws IOException {
    if (picture == null) {
      return;
    }
    AVPacket packet = av_packet_alloc();
    try {
      FfmpegWriter.check(av_new_packet(packet, labels.picture().length));
      packet.data().put(labels.picture());
      packet.stream_index(picture.index());
      packet.flags(AV_PKT_FLAG_KEY);
      packet.pts(0);
      packet.dts(0);
      FfmpegWriter.check(av_write_frame(container, packet));
    } finally {
      av_packet_free(packet);
    }
  }

  private void addChapters(int sampleRate) throws IOException {
    List<FileLabels.Mark> marks = labels.chapters();
    if (marks.isEmpty()) {
      return;
    }
    Pointer array = av_calloc(marks.size(), Pointer.sizeof(Pointer.class));
    if (array == null) {
      throw new IOException("no memory for the chapters");
    }
    PointerPointer<AVChapter> chapters = new PointerPointer<>(array);
    for (int i = 0; i < marks.size(); i++) {
      AVChapter chapter = new AVChapter(av_mallocz(Pointer.sizeof(AVChapter.class)));
      chapter.id(i);
      chapter.time_base(av_make_q(1, sampleRate));
      chapter.start(marks.get(i).start());
      chapter.end(marks.get(i).end());
      chapter.metadata(dictionary(Map.of("title", marks.get(i).title())));
      chapters.put(i, chapter);
    }
    container.chapters(chapters);
    container.nb_chapters(marks.size());
  }

  /** Vorbis' chapter comments: FFmpeg writes none into FLAC, and into Ogg with wrong seconds. */
  private void addChapterTags(Map<String, String> tags, int sampleRate) {
    int number = 0;
    for (FileLabels.Mark mark : labels.chapters()) {
      long millis = Math.round(1000.0 * mark.start() / sampleRate);
      String name = "CHAPTER%03d".formatted(number++);
      long minutes = millis / 60_000;
      String time =
          "%02d:%02d:%02d.%03d"
              .formatted(minutes / 60, minutes % 60, millis / 1000 % 60, millis % 1000);
      tags.put(name, time);
      tags.put(name + "NAME", mark.title());
    }
  }

  /** The picture as Ogg files hold it: a FLAC picture block (RFC 9639, 8.8) in Base64. */
  private String flacPicture() throws IOException {
    PictureSize size = PictureSize.of(labels.picture());
    byte[] type = (labels.isPng() ? "image/png" : "image/jpeg").getBytes(StandardCharsets.US_ASCII);
    ByteBuffer block = ByteBuffer.allocate(32 + type.length + labels.picture().length);
    block.putInt(FRONT_COVER).putInt(type.length).put(type).putInt(0);
    block.putInt(size.width()).putInt(size.height()).putInt(24).putInt(0);
    block.putInt(labels.picture().length).put(labels.picture());
    return Base64.getEncoder().encodeToString(block.array());
  }
}
