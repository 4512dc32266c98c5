package myna.text.en.pronounce;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import myna.text.en.normal.Facts;

/**
 * From General American to the nearest that its symbols can say of southern British English: no r
 * but before vowels, BATH as in palm, LOT rounded, yod behind t, d and n (lexical sets after Wells,
 * Accents of English, 1982).
 *
 * <p>The symbols have no NURSE without r and no short rounded vowel: the former stays ER, the
 * latter is said as AO. The last sound of a word depends on the next word; {@link #joined} says it.
 */
public final class British {
  private static final String SCHWA = "AH0";
  private static final Pattern VOWELS = Pattern.compile("[aeiouy]+w?|(?<=[aeo])w");
  private static final Pattern SILENT_E = Pattern.compile("(?<=[aeiouy][a-z]{1,3})e(?:s|d)?$");
  private static final Pattern HURRY =
      Pattern.compile("(?<![fpb])urr[aeiouy]|courag|nourish|flourish|worr|thorough|borough");
  private static final Pattern YOD = Pattern.compile("[tdn](?:u|ew|eu)");
  private static final Set<String> YOD_BEHIND = Set.of("T", "D", "N");

  private final Map<Integer, Set<String>> beginnings = new HashMap<>(); // of BATH words, by length
  private final Set<String> bath = new HashSet<>(); // whole words
  private final Set<String> notBath = new HashSet<>(); // beginnings

  /** Reads the list of BATH words. */
  public British() {
    for (String line : Facts.lines("bath.txt")) {
      String bare = line.replace("*", "").replace("!", "");
      if (line.startsWith("#") || bare.isEmpty()) {
        continue;
      }
      if (line.startsWith("!")) {
        notBath.add(bare);
      } else if (line.endsWith("*")) {
        beginnings.computeIfAbsent(bare.length(), key -> new HashSet<>()).add(bare);
      } else {
        bath.add(bare);
      }
    }
  }

  /**
   * The sounds of a word.
   *
   * @param word as it is written
   * @param american its General American phonemes
   * @return British ones; a final r is kept, see {@link #joined}
   */
  public List<String> of(String word, List<String> american) {
    String lower = word.toLowerCase(Locale.ROOT);
    List<String> groups = vowelGroups(lower, american);
    boolean isBath = isBath(lower);
    List<String> sounds = new ArrayList<>(american.size() + 1);
    int vowel = 0;
    for (int i = 0; i < american.size(); i++) {
      String sound = american.get(i);
      String next = i + 1 < american.size() ? american.get(i + 1) : "";
      if (!isVowel(sound)) {
        boolean dropped = sound.equals("R") && !next.isEmpty() && !isVowel(next) && i > 0;
        if (dropped && isVowel(american.get(i - 1))) {
          glide(sounds);
        } else {
          sounds.add(sound);
        }
        continue;
      }
      String letters = vowel < groups.size() ? groups.get(vowel) : "";
      vowel++;
      boolean goesOn = i + 2 < american.size() && isVowel(american.get(i + 2));
      addVowel(sounds, sound, next, new Place(lower, letters, isBath, goesOn));
    }
    return sounds;
  }

  /** Adds what is left of an r behind the last vowel. */
  private static void glide(List<String> sounds) {
    if (Set.of("IH", "IY", "EH", "AY", "AW").contains(sounds.getLast().substring(0, 2))) {
      sounds.add(SCHWA);
    }
  }

  /**
   * Where a vowel stands: its word and letters, whether its a is long, whether a vowel is next but
   * one.
   */
  private record Place(String word, String letters, boolean bath, boolean goesOn) {}

  private static void addVowel(List<String> sounds, String sound, String next, Place place) {
    String bare = sound.substring(0, 2);
    String stress = sound.substring(2);
    String before = sounds.isEmpty() ? "" : sounds.getLast();
    boolean beforeR = next.equals("R");
    switch (bare) {
      case "AE" ->
          sounds.add(place.bath && !beforeR && !stress.equals("0") ? "AA" + stress : sound);
      case "AA" ->
          sounds.add(
              (!beforeR || place.goesOn) && isRounded(place, before) ? "AO" + stress : sound);
      case "UW" -> {
        if (beforeR && !place.goesOn) {
          sounds.add("AO" + stress);
          return;
        }
        boolean yod = YOD_BEHIND.contains(before) && isYodSpelling(place.letters, place.word);
        sounds.addAll(yod ? List.of("Y", sound) : List.of(sound));
      }
      case "ER" -> addEr(sounds, sound, next, place);
      case "EH", "IH" -> {
        boolean marry = bare.equals("EH") && beforeR && place.goesOn && place.word.contains("arr");
        sounds.add(marry ? "AE" + stress : sound);
      }
      case "UH" -> sounds.add(beforeR && !place.goesOn ? "AO" + stress : sound);
      default -> sounds.add(sound);
    }
  }

  private static void addEr(List<String> sounds, String sound, String next, Place place) {
    boolean beforeVowel = !next.isEmpty() && isVowel(next);
    if (sound.equals("ER0") || (next.isEmpty() && sound.endsWith("2"))) {
      sounds.addAll(beforeVowel || next.isEmpty() ? List.of(SCHWA, "R") : List.of(SCHWA));
    } else if (beforeVowel && HURRY.matcher(place.word).find()) {
      sounds.addAll(List.of("AH" + sound.substring(2), "R"));
    } else {
      sounds.add(sound);
    }
  }

  /**
   * The sounds of a word before the next: without its last r unless a vowel follows at once.
   *
   * @param linked whether the next word starts with a vowel and no pause lies between
   */
  public static List<String> joined(List<String> sounds, boolean linked) {
    int last = sounds.size() - 1;
    boolean r = last > 0 && sounds.get(last).equals("R") && isVowel(sounds.get(last - 1));
    if (linked || !r) {
      return sounds;
    }
    List<String> open = new ArrayList<>(sounds.subList(0, last));
    glide(open);
    return open;
  }

  private boolean isBath(String lower) {
    String word = lower.endsWith("'s") ? lower.substring(0, lower.length() - 2) : lower;
    if (bath.contains(word)) {
      return true;
    }
    boolean listed = false;
    for (int length = 3; length <= word.length(); length++) {
      String beginning = word.substring(0, length);
      if (notBath.contains(beginning)) {
        return false;
      }
      listed |= beginnings.getOrDefault(length, Set.of()).contains(beginning);
    }
    return listed;
  }

  /** LOT and not PALM: written with an o, or with an a behind w and qu. */
  private static boolean isRounded(Place place, String before) {
    String letters = place.letters;
    boolean o = letters.isEmpty() ? place.word.indexOf('a') < 0 : letters.startsWith("o");
    boolean wa = letters.startsWith("a") && before.equals("W");
    return o || wa;
  }

  private static boolean isYodSpelling(String letters, String word) {
    return letters.isEmpty()
        ? YOD.matcher(word).find() && word.indexOf('o') < 0
        : letters.startsWith("u") || letters.startsWith("eu") || letters.startsWith("ew");
  }

  /** The letters of each vowel; none if they cannot be told apart. */
  private static List<String> vowelGroups(String word, List<String> sounds) {
    String spoken = SILENT_E.matcher(word).replaceFirst("");
    long vowels = sounds.stream().filter(British::isVowel).count();
    List<String> groups = groups(word);
    if (groups.size() != vowels) {
      groups = groups(spoken);
    }
    return groups.size() == vowels ? groups : List.of();
  }

  private static List<String> groups(String word) {
    List<String> groups = new ArrayList<>();
    String bare = word.replaceFirst("qu", "q").replaceFirst("^y(?=[aeiou])", "");
    Matcher group = VOWELS.matcher(bare);
    while (group.find()) {
      groups.add(group.group());
    }
    return groups;
  }

  private static boolean isVowel(String sound) {
    return Character.isDigit(sound.charAt(sound.length() - 1));
  }
}
