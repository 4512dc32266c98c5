package myna.narration.export;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads what an MP4 file says of itself, by another way than the library that wrote it: the boxes
 * of ISO/IEC 14496-12, iTunes' tags, Nero's chapter list and QuickTime's chapter track.
 */
final class Mp4Reader {
  private static final Set<String> CONTAINERS =
      Set.of("moov", "udta", "trak", "mdia", "minf", "stbl", "ilst", "edts", "tref");

  private final ByteBuffer file;
  private final Map<String, String> tags = new LinkedHashMap<>();
  private final List<String> chapters = new ArrayList<>();
  private final List<Double> chapterSeconds = new ArrayList<>();
  private final List<Track> tracks = new ArrayList<>();
  private String brand = "";
  private int coverBytes;
  private double seconds;

  /** A track with what is needed to read its samples. */
  private static final class Track {
    private String handler = "";
    private int timeScale;
    private int id;
    private final List<Integer> references = new ArrayList<>();
    private final List<Long> offsets = new ArrayList<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final List<Integer> durations = new ArrayList<>();
    private final List<int[]> samplesPerChunk = new ArrayList<>();
  }

  Mp4Reader(Path path) throws IOException {
    file = ByteBuffer.wrap(Files.readAllBytes(path));
    read(0, file.limit(), "");
  }

  String brand() {
    return brand;
  }

  Map<String, String> tags() {
    return tags;
  }

  int coverBytes() {
    return coverBytes;
  }

  double seconds() {
    return seconds;
  }

  /** Titles of Nero's chapter list. */
  List<String> listedChapters() {
    return chapters;
  }

  /** Starts of Nero's chapter list. */
  List<Double> listedStarts() {
    return chapterSeconds;
  }

  /** Titles in the text track that the sound's track names as its chapters. */
  List<String> chapterTrack() {
    Track sound =
        tracks.stream().filter(track -> track.handler.equals("soun")).findFirst().orElseThrow();
    return tracks.stream()
        .filter(track -> sound.references.contains(track.id))
        .findFirst()
        .map(this::texts)
        .orElse(List.of());
  }

  /** Seconds of each text of the chapter track. */
  List<Double> chapterTrackSeconds() {
    Track text =
        tracks.stream().filter(track -> track.handler.equals("text")).findFirst().orElseThrow();
    return text.durations.stream().map(duration -> (double) duration / text.timeScale).toList();
  }

  private void read(int from, int to, String parent) {
    int at = from;
    while (at + 8 <= to) {
      long size = file.getInt(at) & 0xFFFF_FFFFL;
      String type = ascii(at + 4, 4);
      int body = at + 8;
      if (size == 1) {
        size = file.getLong(body);
        body += 8;
      }
      int end = size == 0 ? to : (int) (at + size);
      box(type, body, end, parent);
      at = end;
    }
  }

  private void box(String type, int body, int end, String parent) {
    switch (type) {
      case "ftyp" -> brand = ascii(body, 4);
      case "trak" -> tracks.add(new Track());
      case "meta" -> read(body + 4, end, type);
      case "mvhd" -> seconds = (double) file.getInt(body + 16) / file.getInt(body + 12);
      case "tkhd" -> tracks.getLast().id = file.getInt(body + 12);
      case "mdhd" -> tracks.getLast().timeScale = file.getInt(body + 12);
      case "hdlr" -> {
        if (!tracks.isEmpty() && tracks.getLast().handler.isEmpty()) {
          tracks.getLast().handler = ascii(body + 8, 4);
        }
      }
      case "chap" -> tracks.getLast().references.addAll(ints(body, (end - body) / 4));
      case "stco" ->
          ints(body + 8, file.getInt(body + 4))
              .forEach(o -> tracks.getLast().offsets.add(o & 0xFFFF_FFFFL));
      case "stsz" -> sizes(body);
      case "stts" -> durations(body);
      case "stsc" -> chunks(body);
      case "chpl" -> neroChapters(body);
      default -> {}
    }
    if (CONTAINERS.contains(type)) {
      read(body, end, type);
    } else if (parent.equals("ilst")) {
      tag(type, body, end);
    }
  }

  private void sizes(int body) {
    int same = file.getInt(body + 4);
    int count = file.getInt(body + 8);
    for (int i = 0; i < count; i++) {
      tracks.getLast().sizes.add(same != 0 ? same : file.getInt(body + 12 + 4 * i));
    }
  }

  private void durations(int body) {
    for (int i = 0; i < file.getInt(body + 4); i++) {
      for (int n = 0; n < file.getInt(body + 8 + 8 * i); n++) {
        tracks.getLast().durations.add(file.getInt(body + 12 + 8 * i));
      }
    }
  }

  private void chunks(int body) {
    for (int i = 0; i < file.getInt(body + 4); i++) {
      tracks
          .getLast()
          .samplesPerChunk
          .add(new int[] {file.getInt(body + 8 + 12 * i), file.getInt(body + 12 + 12 * i)});
    }
  }

  private void tag(String type, int body, int end) {
    int size = file.getInt(body) - 16;
    if (type.equals("covr")) {
      coverBytes = size;
    } else {
      int kind = file.getInt(body + 8);
      tags.put(type, kind == 1 ? utf8(body + 16, size) : Integer.toString(file.get(end - 1)));
    }
  }

  private void neroChapters(int body) {
    int count = file.get(body + 8) & 0xFF;
    int at = body + 9;
    for (int i = 0; i < count; i++) {
      chapterSeconds.add(file.getLong(at) / 1e7);
      int length = file.get(at + 8) & 0xFF;
      chapters.add(utf8(at + 9, length));
      at += 9 + length;
    }
  }

  private List<String> texts(Track track) {
    List<String> texts = new ArrayList<>();
    int sample = 0;
    for (int chunk = 1; chunk <= track.offsets.size(); chunk++) {
      int count = 0;
      for (int[] run : track.samplesPerChunk) {
        count = run[0] <= chunk ? run[1] : count;
      }
      long at = track.offsets.get(chunk - 1);
      for (int i = 0; i < count; i++) {
        texts.add(utf8((int) at + 2, file.getShort((int) at)));
        at += track.sizes.get(sample++);
      }
    }
    return texts;
  }

  private List<Integer> ints(int at, int count) {
    List<Integer> ints = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      ints.add(file.getInt(at + 4 * i));
    }
    return ints;
  }

  private String ascii(int at, int length) {
    return text(at, length, StandardCharsets.ISO_8859_1);
  }

  private String utf8(int at, int length) {
    return text(at, length, StandardCharsets.UTF_8);
  }

  private String text(int at, int length, java.nio.charset.Charset charset) {
    byte[] bytes = new byte[length];
    file.get(at, bytes);
    return new String(bytes, charset);
  }
}
