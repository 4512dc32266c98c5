package myna.voice;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.files.AtomicFile;
import myna.voice.VoiceException.Reason;

/**
 * A voice as one file, {@code NAME.mynavoice}: a ZIP archive of its {@code voice.json}, the clips
 * that this names, what a model gained by adapting to it, its readings, and nothing else.
 *
 * <p>A file from elsewhere is hostile until proved otherwise. Its entries' names are compared with
 * the few that can be, and never become paths of their own; no more bytes are unpacked than the
 * largest clip has; and what was unpacked must be what the manifest says, to the bit.
 */
final class VoiceArchive {
  private static final long MOST_CLIP_BYTES =
      44 + (long) (2 * Clips.HIGHEST_RATE * (Clips.LONGEST_SECONDS + 1));
  private static final long MOST_BYTES = 200L << 20;
  private static final FileTime SOME_TIME = FileTime.fromMillis(315_619_200_000L);

  private final String origin;

  private VoiceArchive(Path file) {
    origin = file.toString();
  }

  /** Writes a voice from its folder. */
  static void write(Path folder, Voice voice, Path file) throws VoiceException {
    try {
      AtomicFile.write(
          file,
          part -> {
            try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(part))) {
              out.putNextEntry(entry(VoiceFile.NAME));
              out.write(VoiceFile.encode(voice));
              for (Clip clip : voice.clips()) {
                out.putNextEntry(entry(clip.file()));
                Files.copy(folder.resolve(clip.file()), out);
              }
              if (Files.exists(folder.resolve(AdaptedFile.NAME))) {
                out.putNextEntry(entry(AdaptedFile.NAME));
                Files.copy(folder.resolve(AdaptedFile.NAME), out);
              }
              for (Path reading : ReadingStore.files(folder)) {
                out.putNextEntry(entry(ReadingStore.FOLDER + "/" + reading.getFileName()));
                Files.copy(reading, out);
              }
            }
          });
    } catch (IOException e) {
      throw new VoiceException(
          Reason.STORAGE, file + " cannot be written: " + AtomicFile.explain(file, e), e);
    }
  }

  /** All entries have the same time, so that the same voice gives the same file. */
  private static ZipEntry entry(String name) {
    return new ZipEntry(name).setLastModifiedTime(SOME_TIME);
  }

  /**
   * Unpacks the clips of a voice.
   *
   * @param folder an empty one, where the clips go
   * @return the voice with the id and the name that it had
   */
  static Voice read(Path file, Path folder) throws IOException, VoiceException {
    VoiceArchive archive = new VoiceArchive(file);
    if (!Files.isRegularFile(file)) {
      throw new VoiceException(Reason.NOT_FOUND, "there is no file " + file);
    }
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return archive.unpack(zip, folder);
    } catch (ZipException e) {
      throw archive.damaged("it is no ZIP archive, or one that is cut short", e);
    } catch (NoSuchFileException e) {
      throw new VoiceException(Reason.NOT_FOUND, "there is no file " + file, e);
    }
  }

  private Voice unpack(ZipFile zip, Path folder) throws IOException, VoiceException {
    Set<String> names = names(zip);
    ZipEntry manifest = zip.getEntry(VoiceFile.NAME);
    if (manifest == null) {
      throw damaged("it holds no " + VoiceFile.NAME, null);
    }
    Voice voice = VoiceFile.decode(bytes(zip, manifest), origin);
    Set<String> expected = new TreeSet<>(voice.clips().stream().map(Clip::file).toList());
    expected.add(VoiceFile.NAME);
    Set<String> more = new TreeSet<>(names);
    more.removeIf(name -> !isMore(name));
    expected.addAll(more);
    checkNames(names, expected);
    long total = unpackMore(zip, more, folder);
    for (Clip clip : voice.clips()) {
      Path target = folder.resolve(clip.file());
      total += unpack(zip, clip.file(), MOST_CLIP_BYTES, target);
      if (total > MOST_BYTES) {
        throw tooLarge();
      }
      check(clip, target);
    }
    return voice;
  }

  /** Whether a file may come with a voice beside its clips. */
  private static boolean isMore(String name) {
    return name.equals(AdaptedFile.NAME) || ReadingStore.NAME.matcher(name).matches();
  }

  /** Unpacks what the model gained and the readings; only what can be read again goes on. */
  private long unpackMore(ZipFile zip, Set<String> names, Path folder)
      throws IOException, VoiceException {
    long total = 0;
    if (names.stream().anyMatch(name -> !name.equals(AdaptedFile.NAME))) {
      Files.createDirectory(folder.resolve(ReadingStore.FOLDER));
    }
    for (String name : names) {
      long most = name.endsWith(".txt") ? ReadingStore.MOST_TEXT_BYTES : MOST_CLIP_BYTES;
      long limit = name.equals(AdaptedFile.NAME) ? AdaptedFile.MOST_BYTES : most;
      total += unpack(zip, name, limit, folder.resolve(name));
      if (total > MOST_BYTES) {
        throw tooLarge();
      }
    }
    try {
      ReadingStore.read(folder);
    } catch (IOException | VoiceException e) {
      throw damaged("a reading is not as it was", e);
    }
    return total;
  }

  /** The names of all entries, none of which may come twice. */
  private Set<String> names(ZipFile zip) throws VoiceException {
    if (zip.size() > Voice.MOST_CLIPS + 2 + 2 * ReadingStore.MOST) {
      throw damaged("it holds " + zip.size() + " files", null);
    }
    List<String> names = new ArrayList<>();
    zip.stream().forEach(entry -> names.add(entry.getName()));
    Set<String> distinct = new TreeSet<>(names);
    if (distinct.size() < names.size()) {
      throw damaged("it holds two files of one name", null);
    }
    return distinct;
  }

  private void checkNames(Set<String> names, Set<String> expected) throws VoiceException {
    for (String name : expected) {
      if (!names.contains(name)) {
        throw damaged("it lacks " + name, null);
      }
    }
    for (String name : names) {
      if (!expected.contains(name)) {
        throw damaged("it holds a file that is no clip of the voice: " + printable(name), null);
      }
    }
  }

  private byte[] bytes(ZipFile zip, ZipEntry manifest) throws IOException, VoiceException {
    try (InputStream in = zip.getInputStream(manifest)) {
      byte[] bytes = in.readNBytes(VoiceFile.MOST_BYTES + 1);
      if (bytes.length > VoiceFile.MOST_BYTES) {
        throw tooLarge();
      }
      return bytes;
    }
  }

  /** Unpacks a file; what it declares about its size is not relied upon. */
  private long unpack(ZipFile zip, String name, long most, Path target)
      throws IOException, VoiceException {
    long total = 0;
    try (InputStream in = zip.getInputStream(zip.getEntry(name));
        OutputStream out = Files.newOutputStream(target)) {
      byte[] buffer = new byte[1 << 16];
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        total += count;
        if (total > most) {
          throw tooLarge();
        }
        out.write(buffer, 0, count);
      }
    }
    return total;
  }

  private void check(Clip clip, Path file) throws IOException, VoiceException {
    if (!Clips.sha256(file).equals(clip.sha256())) {
      throw damaged(clip.file() + " is not the clip that it was", null);
    }
    try {
      Audio audio = AudioFiles.readWave(file);
      if (audio.sampleRate() != clip.sampleRate() || audio.length() != clip.samples()) {
        throw damaged(clip.file() + " is not as long as it is said to be", null);
      }
      Reference.checkSpeech(audio);
    } catch (AudioException e) {
      throw damaged(clip.file() + " is no sound", e);
    }
  }

  private VoiceException damaged(String why, Throwable cause) {
    return new VoiceException(
        Reason.DAMAGED, origin + " is not a voice that can be imported: " + why, cause);
  }

  private VoiceException tooLarge() {
    return new VoiceException(Reason.TOO_LARGE, origin + " is larger than a voice can be");
  }

  private static String printable(String name) {
    String clean = name.replaceAll("[^\\x20-\\x7e]", "?");
    return clean.substring(0, Math.min(clean.length(), 60));
  }
}
