package myna.audio;

import static org.bytedeco.ffmpeg.global.avformat.AVIO_FLAG_WRITE;
import static org.bytedeco.ffmpeg.global.avformat.avio_alloc_context;
import static org.bytedeco.ffmpeg.global.avformat.avio_closep;
import static org.bytedeco.ffmpeg.global.avformat.avio_context_free;
import static org.bytedeco.ffmpeg.global.avformat.avio_flush;
import static org.bytedeco.ffmpeg.global.avformat.avio_open;
import static org.bytedeco.ffmpeg.global.avutil.av_dict_set;
import static org.bytedeco.ffmpeg.global.avutil.av_free;
import static org.bytedeco.ffmpeg.global.avutil.av_malloc;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import org.bytedeco.ffmpeg.avformat.AVFormatContext;
import org.bytedeco.ffmpeg.avformat.AVIOContext;
import org.bytedeco.ffmpeg.avformat.Write_packet_Pointer_BytePointer_int;
import org.bytedeco.ffmpeg.avutil.AVDictionary;
import org.bytedeco.javacpp.BytePointer;
import org.bytedeco.javacpp.Pointer;

/** Where FFmpeg writes to. */
sealed interface FfmpegTarget {
  /** What FFmpeg calls it: the name tells the format where nothing else does. */
  String name();

  /** Opens it for a container. */
  void open(AVFormatContext container) throws IOException;

  /** Choices for the container's header. */
  void tell(AVDictionary options);

  /**
   * Checks what a call of FFmpeg gave.
   *
   * @throws IOException if it failed
   */
  void check(int result) throws IOException;

  /** Hands on what is buffered and closes what {@link #open} opened; once. */
  void close(AVFormatContext container) throws IOException;

  /** A file. */
  record ToFile(Path file) implements FfmpegTarget {
    @Override
    public String name() {
      return file.toString();
    }

    @Override
    public void open(AVFormatContext container) throws IOException {
      AVIOContext io = new AVIOContext(null);
      FfmpegWriter.check(avio_open(io, "file:" + file, AVIO_FLAG_WRITE));
      container.pb(io);
    }

    @Override
    public void tell(AVDictionary options) {
      av_dict_set(options, "movflags", "+faststart", 0);
    }

    @Override
    public void check(int result) throws IOException {
      FfmpegWriter.check(result);
    }

    @Override
    public void close(AVFormatContext container) throws IOException {
      AVIOContext io = container.pb();
      container.pb(null);
      FfmpegWriter.check(avio_closep(io));
    }
  }

  /** A stream, which stays open. Packets are handed on as they come. */
  final class ToStream implements FfmpegTarget {
    private static final int BUFFER_BYTES = 4096;
    private static final int FAILED = -5; // EIO

    private final OutputStream stream;
    private final Write_packet_Pointer_BytePointer_int callback;
    private IOException failure;

    ToStream(OutputStream stream) {
      this.stream = stream;
      callback = new Callback();
    }

    @Override
    public String name() {
      return "stream";
    }

    @Override
    public void open(AVFormatContext container) throws IOException {
      BytePointer buffer = new BytePointer(av_malloc(BUFFER_BYTES));
      AVIOContext io = avio_alloc_context(buffer, BUFFER_BYTES, 1, null, null, callback, null);
      if (io == null) {
        throw new IOException("no memory for the stream");
      }
      io.seekable(0);
      container.pb(io);
      container.flags(container.flags() | AVFormatContext.AVFMT_FLAG_FLUSH_PACKETS);
    }

    @Override
    public void tell(AVDictionary options) {
      av_dict_set(options, "page_duration", "100000", 0); // of Ogg, in microseconds
    }

    @Override
    public void check(int result) throws IOException {
      if (failure != null) {
        throw failure;
      }
      FfmpegWriter.check(result);
    }

    @Override
    public void close(AVFormatContext container) throws IOException {
      AVIOContext io = container.pb();
      avio_flush(io);
      container.pb(null);
      av_free(io.buffer());
      avio_context_free(io);
      callback.close();
      check(0);
    }

    /** Called by FFmpeg, on the thread that writes. */
    private final class Callback extends Write_packet_Pointer_BytePointer_int {
      @Override
      public int call(Pointer opaque, BytePointer data, int size) {
        if (failure != null) {
          return FAILED;
        }
        byte[] bytes = new byte[size];
        data.get(bytes);
        try {
          stream.write(bytes);
          stream.flush();
          return size;
        } catch (IOException e) {
          failure = e;
          return FAILED;
        }
      }
    }
  }
}
