package myna.voice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import myna.audio.Audio;
import myna.audio.AudioException;
import myna.audio.AudioFiles;
import myna.voice.VoiceException.Reason;

/**
 * The voices of a user: a folder with one folder per voice. Several processes may use it: a change
 * is made by one at a time and appears whole or not at all.
 */
public final class VoiceLibrary {
  private final VoiceStore store;
  private final Gate gate;

  /**
   * A library that takes in every voice; nothing is touched before it is used.
   *
   * @param folder which is made with the first voice
   */
  public VoiceLibrary(Path folder) {
    this(folder, clips -> {});
  }

  /**
   * A library; nothing is touched before it is used.
   *
   * @param folder which is made with the first voice
   * @param gate asked before clips come in
   */
  public VoiceLibrary(Path folder, Gate gate) {
    store = new VoiceStore(folder);
    this.gate = gate;
  }

  /** Decides which voices may come in. */
  @FunctionalInterface
  public interface Gate {
    /**
     * Lets clips of one voice pass.
     *
     * @throws VoiceException with {@link Reason#PROTECTED} if they may not come in
     */
    void check(List<Audio> clips) throws VoiceException;
  }

  /**
   * What the library holds.
   *
   * @param voices by name
   * @param problems one sentence for each voice that is damaged
   */
  public record Listing(List<Voice> voices, List<String> problems) {}

  /** A change of what is stored of a voice, without its clips. */
  @FunctionalInterface
  public interface Change {
    /** The voice as it is to be, of the same id. */
    Voice apply(Voice voice);
  }

  /** All voices. */
  public Listing list() throws VoiceException {
    List<Voice> voices = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    try {
      for (Path folder : store.folders()) {
        try {
          store.read(folder).ifPresent(voices::add);
        } catch (VoiceException e) {
          problems.add(e.getMessage());
        }
      }
    } catch (IOException e) {
      throw store.failure(e);
    }
    voices.sort(Comparator.comparing((Voice voice) -> key(voice.name())).thenComparing(Voice::id));
    return new Listing(List.copyOf(voices), List.copyOf(problems));
  }

  /**
   * The voice of a name, whatever the case of its letters.
   *
   * @throws VoiceException with {@link Reason#NOT_FOUND} if there is none
   */
  public Voice get(String name) throws VoiceException {
    return find(name)
        .orElseThrow(
            () ->
                new VoiceException(
                    Reason.NOT_FOUND,
                    "there is no voice called \""
                        + name
                        + "\"; myna voice list shows which there are"));
  }

  private Optional<Voice> find(String name) throws VoiceException {
    String key = key(name);
    return list().voices().stream().filter(voice -> key(voice.name()).equals(key)).findFirst();
  }

  /**
   * Adds a voice.
   *
   * @param recordings at least one, each with enough speech; one longer than a minute is cut to its
   *     best minute
   */
  public Voice create(String name, Consent consent, List<Recording> recordings)
      throws VoiceException {
    gate.check(recordings.stream().map(Recording::audio).toList());
    return store.change(
        () -> {
          checkFree(name, "");
          String id = VoiceStore.newId();
          String colour = Colours.next(list().voices());
          return store.add(
              folder -> {
                List<Clip> clips = new ArrayList<>();
                for (Recording recording : recordings) {
                  clips.add(Clips.write(folder, clips.size() + 1, recording));
                }
                return new Voice(id, name.strip(), new Voice.Profile("", colour), consent, clips);
              });
        });
  }

  /**
   * Adds a clip to a voice. Consent that was spoken was so in the voice of the other clips: it
   * counts as declared from now on.
   */
  public Voice addClip(Voice voice, Recording recording) throws VoiceException {
    gate.check(List.of(recording.audio()));
    return store.change(
        () -> {
          Voice current = store.current(voice);
          if (current.clips().size() == Voice.MOST_CLIPS) {
            throw new VoiceException(
                Reason.CLIP_COUNT, "a voice has at most " + Voice.MOST_CLIPS + " clips");
          }
          List<Clip> clips = new ArrayList<>(current.clips());
          clips.add(Clips.write(store.folder(voice), Clips.freeNumber(current), recording));
          return store.replace(current.withClips(clips).withConsent(current.consent().declared()));
        });
  }

  /** Removes a clip of a voice, and its file; the last one stays. */
  public Voice removeClip(Voice voice, Clip clip) throws VoiceException {
    return store.change(
        () -> {
          Voice current = store.current(voice);
          List<Clip> clips = new ArrayList<>(current.clips());
          clips.removeIf(other -> other.file().equals(clip.file()));
          if (clips.isEmpty()) {
            throw new VoiceException(
                Reason.CLIP_COUNT, "a voice keeps at least one clip; remove the voice instead");
          }
          Voice changed = store.replace(current.withClips(clips));
          Files.deleteIfExists(store.folder(voice).resolve(clip.file()));
          return changed;
        });
  }

  /** Changes the name, the profile or the consent of a voice, as it is at that moment. */
  public Voice change(Voice voice, Change change) throws VoiceException {
    return store.change(
        () -> {
          Voice current = store.current(voice);
          Voice changed = change.apply(current);
          if (!changed.id().equals(current.id()) || !changed.clips().equals(current.clips())) {
            throw new IllegalArgumentException("a change keeps id and clips");
          }
          checkFree(changed.name(), changed.id());
          return store.replace(changed);
        });
  }

  /** Asks a voice for its consent, and keeps for a while what was asked. */
  public void ask(Voice voice, ConsentSentence sentence, Instant now) throws VoiceException {
    store.change(
        () -> {
          AskedFile.write(store.folder(store.current(voice)), new AskedFile(sentence, now));
          return voice;
        });
  }

  /** What a voice was asked to say half an hour ago at most. */
  public Optional<ConsentSentence> asked(Voice voice, Instant now) throws VoiceException {
    try {
      return AskedFile.read(store.folder(voice), now);
    } catch (IOException e) {
      throw store.failure(e);
    }
  }

  /**
   * Keeps that consent was spoken; the sentence is not waited for any more.
   *
   * @param voice with the clips that the sentence was compared with
   */
  public Voice consent(Voice voice, Consent.Spoken heard) throws VoiceException {
    return store.change(
        () -> {
          Voice current = store.current(voice);
          if (!current.clips().equals(voice.clips())) {
            throw new IllegalArgumentException("the clips of the voice were changed meanwhile");
          }
          Voice changed = store.replace(current.withConsent(current.consent().saying(heard)));
          AskedFile.remove(store.folder(changed));
          return changed;
        });
  }

  /** Adds a copy of a voice under another name. */
  public Voice duplicate(Voice voice, String name) throws VoiceException {
    return store.change(
        () -> {
          Voice current = store.current(voice);
          checkFree(name, "");
          return store.add(
              folder -> {
                Path original = store.folder(voice);
                Clips.copy(original, folder, current);
                ReadingStore.copy(original, folder);
                AdaptedFile.copy(original, folder);
                return current.withId(VoiceStore.newId()).withName(name.strip());
              });
        });
  }

  /** Removes a voice and every file of it. */
  public void delete(Voice voice) throws VoiceException {
    store.change(
        () -> {
          Voice current = store.current(voice);
          store.remove(current);
          return current;
        });
  }

  /** The samples of a clip, at its own rate. */
  public Audio read(Voice voice, Clip clip) throws AudioException {
    return AudioFiles.readWave(store.folder(voice).resolve(clip.file()));
  }

  /** The samples of all clips of a voice, each at its own rate. */
  public List<Audio> read(Voice voice) throws AudioException {
    List<Audio> clips = new ArrayList<>();
    for (Clip clip : voice.clips()) {
      clips.add(read(voice, clip));
    }
    return clips;
  }

  /** What a model gained by adapting to a voice; empty where none is adapted to it. */
  public Optional<byte[]> adapted(Voice voice) throws VoiceException {
    try {
      return AdaptedFile.read(store.folder(voice));
    } catch (IOException e) {
      throw store.failure(e);
    }
  }

  /**
   * Keeps what a model gained by adapting to a voice, in the place of what there was.
   *
   * @param adapted 4 MB at most
   * @param readings that it learned from, kept with the voice
   */
  public void adapt(Voice voice, byte[] adapted, List<Reading> readings) throws VoiceException {
    AdaptedFile.check(adapted);
    store.change(
        () -> {
          Path folder = store.folder(store.current(voice));
          ReadingStore.write(folder, readings);
          AdaptedFile.write(folder, adapted);
          return voice;
        });
  }

  /** Goes back to the voice as its clips have it; the readings stay. */
  public void undoAdapting(Voice voice) throws VoiceException {
    store.change(
        () -> {
          AdaptedFile.remove(store.folder(store.current(voice)));
          return voice;
        });
  }

  /** What a voice read aloud to be adapted to; nothing where it never did. */
  public List<Reading> readings(Voice voice) throws VoiceException {
    try {
      return ReadingStore.read(store.folder(voice));
    } catch (IOException e) {
      throw store.failure(e);
    }
  }

  /** Writes a voice into one file, which appears whole or not at all. */
  public void exportTo(Voice voice, Path file) throws VoiceException {
    VoiceArchive.write(store.folder(voice), voice, file);
  }

  /**
   * Adds the voice in a file that {@link #exportTo} wrote. Nothing is written if the file is not
   * exactly that. Where its name is taken, it gets a number behind it.
   */
  public Voice importFrom(Path file) throws VoiceException {
    return store.change(
        () ->
            store.add(
                folder -> {
                  Voice voice = VoiceArchive.read(file, folder);
                  gate.check(clips(folder, voice));
                  return voice.withId(VoiceStore.newId()).withName(freeName(voice.name()));
                }));
  }

  private static List<Audio> clips(Path folder, Voice voice) throws VoiceException {
    List<Audio> clips = new ArrayList<>();
    try {
      for (Clip clip : voice.clips()) {
        clips.add(AudioFiles.readWave(folder.resolve(clip.file())));
      }
    } catch (AudioException e) {
      throw new VoiceException(Reason.STORAGE, e.getMessage(), e);
    }
    return clips;
  }

  private String freeName(String wanted) throws VoiceException {
    String name = wanted;
    for (int number = 2; find(name).isPresent(); number++) {
      String suffix = " " + number;
      name = wanted.substring(0, Math.min(wanted.length(), 80 - suffix.length())).strip() + suffix;
    }
    return name;
  }

  private void checkFree(String name, String id) throws VoiceException {
    Optional<Voice> other = find(name.strip());
    if (other.isPresent() && !other.get().id().equals(id)) {
      throw new VoiceException(
          Reason.NAME_TAKEN, "there is a voice called \"" + other.get().name() + "\" already");
    }
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
