package myna.voice;

import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A voice of the library.
 *
 * @param id names it from its creation on, whatever the user calls it
 * @param name unique in the library, whatever the case of its letters
 * @param profile what else the user says about it
 * @param consent to use it
 * @param clips at least one
 */
public record Voice(String id, String name, Profile profile, Consent consent, List<Clip> clips) {
  /** The most clips that a voice can have. */
  public static final int MOST_CLIPS = 50;

  private static final int LONGEST_NAME = 80;
  private static final int LONGEST_NOTES = 4000;
  private static final Pattern ID = Pattern.compile("[0-9a-f]{16}");
  private static final Pattern NO_NAME = Pattern.compile("\\p{Cntrl}|\\p{Cf}|[\\u2028\\u2029]");
  private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

  /**
   * Checks what may come from a stranger.
   *
   * @throws IllegalArgumentException saying what no voice can have
   */
  public Voice {
    Objects.requireNonNull(profile, "profile");
    Objects.requireNonNull(consent, "consent");
    clips = List.copyOf(clips);
    require(ID.matcher(id).matches(), "the id is not 16 hexadecimal digits");
    require(isName(name), "a name has 1 to " + LONGEST_NAME + " printable characters");
    require(
        !clips.isEmpty() && clips.size() <= MOST_CLIPS,
        "a voice has 1 to " + MOST_CLIPS + " clips");
    long files = clips.stream().map(Clip::file).distinct().count();
    require(files == clips.size(), "two clips are the same file");
  }

  /**
   * What a user notes about a voice.
   *
   * @param notes anything, "" for nothing
   * @param colour to tell it by, as {@code #rrggbb} in lower case
   */
  public record Profile(String notes, String colour) {
    /**
     * Checks what may come from a stranger.
     *
     * @throws IllegalArgumentException saying what no voice can have
     */
    public Profile {
      require(
          notes.length() <= LONGEST_NOTES, "notes have at most " + LONGEST_NOTES + " characters");
      require(COLOUR.matcher(colour).matches(), "a colour is written #rrggbb");
    }
  }

  /** This voice under another name. */
  public Voice withName(String newName) {
    return new Voice(id, newName, profile, consent, clips);
  }

  /** This voice with other notes or another colour. */
  public Voice withProfile(Profile newProfile) {
    return new Voice(id, name, newProfile, consent, clips);
  }

  /** This voice with another declaration. */
  public Voice withConsent(Consent newConsent) {
    return new Voice(id, name, profile, newConsent, clips);
  }

  Voice withClips(List<Clip> newClips) {
    return new Voice(id, name, profile, consent, newClips);
  }

  Voice withId(String newId) {
    return new Voice(newId, name, profile, consent, clips);
  }

  /** Seconds of all clips. */
  public double seconds() {
    return clips.stream().mapToDouble(Clip::seconds).sum();
  }

  private static boolean isName(String name) {
    return !name.isBlank()
        && name.length() <= LONGEST_NAME
        && name.equals(name.strip())
        && !NO_NAME.matcher(name).find();
  }

  private static void require(boolean condition, String message) {
    if (!condition) {
      throw new IllegalArgumentException(message);
    }
  }
}
