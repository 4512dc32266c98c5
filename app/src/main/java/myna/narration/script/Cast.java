package myna.narration.script;

import java.util.Collections;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Which voice speaks which role.
 *
 * @param narrator the voice of everything that nobody else says
 * @param quotations the voice of what stands in quotation marks, or "" for the narrator's
 * @param speakers the voices of the people of the book, and of speakers that stand before what they
 *     say, by their names
 */
public record Cast(String narrator, String quotations, Map<String, String> speakers) {
  /** The role of words in quotation marks that the text gives to nobody. */
  public static final String QUOTATION = "“”";

  /** The role of words in quotation marks that somebody says. */
  public static String quotation(String speaker) {
    return "“" + speaker + "”";
  }

  public Cast {
    TreeMap<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(speakers);
    speakers = Collections.unmodifiableMap(sorted);
  }

  /** One voice for everything. */
  public static Cast of(String narrator) {
    return new Cast(narrator, "", Map.of());
  }

  /** The same with another narrator. */
  public Cast withNarrator(String voice) {
    return new Cast(voice, quotations, speakers);
  }

  /** The same with another voice for quotations. */
  public Cast withQuotations(String voice) {
    return new Cast(narrator, voice, speakers);
  }

  /**
   * The same with another voice for somebody.
   *
   * @param voice "" for none of their own
   */
  public Cast withSpeaker(String name, String voice) {
    Map<String, String> changed = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    changed.putAll(speakers);
    if (voice.isEmpty()) {
      changed.remove(name);
    } else {
      changed.put(name, voice);
    }
    return new Cast(narrator, quotations, changed);
  }

  /**
   * The voice of a role.
   *
   * @param role null for the narrator's; a name that the cast does not know is a voice's own
   */
  public String voice(String role) {
    if (role == null) {
      return narrator;
    }
    if (role.startsWith("“") && role.endsWith("”")) {
      String others = quotations.isEmpty() ? narrator : quotations;
      return speakers.getOrDefault(role.substring(1, role.length() - 1), others);
    }
    return speakers.getOrDefault(role, role);
  }

  /** All voices that the cast names. */
  public Set<String> voices() {
    Set<String> voices = new TreeSet<>(speakers.values());
    voices.add(narrator);
    if (!quotations.isEmpty()) {
      voices.add(quotations);
    }
    return voices;
  }
}
