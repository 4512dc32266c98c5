package myna.ui.common;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;

/**
 * The studio's sentences in one language.
 *
 * <p>The files {@code messages_<language>.properties} hold ICU message patterns in UTF-8. Safe for
 * use by several threads.
 */
public final class Messages {
  private final Locale locale;
  private final Properties patterns;

  private Messages(Locale locale, Properties patterns) {
    this.locale = locale;
    this.patterns = patterns;
  }

  /**
   * The sentences of a language.
   *
   * @param locale one for which there is a file
   */
  public static Messages of(Locale locale) {
    String name = "/myna/ui/messages_" + locale.getLanguage() + ".properties";
    Properties patterns = new Properties();
    try (InputStream in = Messages.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalArgumentException("no messages in " + locale);
      }
      patterns.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Messages(locale, patterns);
  }

  /** The language and its rules for numbers and dates. */
  public Locale locale() {
    return locale;
  }

  /** Every key, sorted. */
  public Set<String> keys() {
    return new TreeSet<>(patterns.stringPropertyNames());
  }

  /** Whether there is a sentence of that key. */
  public boolean has(String key) {
    return patterns.containsKey(key);
  }

  /** The pattern as it stands in the file. */
  public String pattern(String key) {
    String pattern = patterns.getProperty(key);
    if (pattern == null) {
      throw new IllegalArgumentException("no message " + key + " in " + locale);
    }
    return pattern;
  }

  /**
   * A sentence for the user.
   *
   * @param arguments what takes the places {0}, {1} and so on
   */
  public String get(String key, Object... arguments) {
    String pattern = pattern(key);
    // Most sentences have no places; and without ICU's classes the window is up sooner.
    return pattern.indexOf('{') < 0
        ? pattern
        : new MessageFormat(pattern, locale).format(arguments);
  }

  /** The name of a constant: key {@code <prefix>.<CONSTANT>}. */
  public String of(String prefix, Enum<?> constant) {
    return get(prefix + "." + constant.name());
  }
}
