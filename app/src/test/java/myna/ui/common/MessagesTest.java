package myna.ui.common;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.ibm.icu.text.MessageFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MessagesTest {
  private static final Path SOURCES = Path.of("app/src/main/java/myna/ui");
  private static final Pattern KEY = Pattern.compile("\"((?:[a-z]+)(?:\\.[a-zA-Z]+)+)\"");
  private final Messages english = Messages.of(Locale.ENGLISH);
  private final Messages german = Messages.of(Locale.GERMAN);

  @Test
  void bothLanguagesHaveTheSameKeys() {
    assertThat(german.keys()).isEqualTo(english.keys());
  }

  @Test
  void bothLanguagesHaveTheSamePlaces() {
    for (String key : english.keys()) {
      assertThat(places(german, key)).as(key).isEqualTo(places(english, key));
    }
  }

  @Test
  void everyPatternIsWellFormed() {
    for (Messages messages : List.of(english, german)) {
      for (String key : messages.keys()) {
        assertThat(new MessageFormat(messages.pattern(key), messages.locale())).isNotNull();
        assertThat(messages.pattern(key)).as(key).isNotBlank();
      }
    }
  }

  @Test
  void everyKeyInTheSourcesHasASentence() throws IOException {
    Set<String> prefixes = new TreeSet<>();
    english.keys().forEach(key -> prefixes.add(key.substring(0, key.indexOf('.'))));
    for (Path source : sources()) {
      Matcher matcher = KEY.matcher(Files.readString(source));
      while (matcher.find()) {
        String key = matcher.group(1);
        boolean isKey = prefixes.contains(key.substring(0, key.indexOf('.')));
        boolean isPrefix = english.keys().stream().anyMatch(each -> each.startsWith(key + "."));
        assertThat(!isKey || isFile(key) || english.has(key) || isPrefix)
            .as("%s in %s", key, source)
            .isTrue();
      }
    }
  }

  @Test
  void noSentenceStandsInTheSources() throws IOException {
    Pattern sentence = Pattern.compile("\"[A-ZÄÖÜ][a-zäöüß]+ [^\"]*\"|setText\\(\"[^\"]{2,}\"\\)");
    List<String> found = new ArrayList<>();
    for (Path source : sources()) {
      sentence
          .matcher(Files.readString(source))
          .results()
          .map(MatchResult::group)
          .filter(text -> !text.equals("\"Inter SemiBold\""))
          .forEach(found::add);
    }
    assertThat(found).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"de", "de-AT", "de-CH"})
  void germanSystemsSpeakGerman(String tag) {
    assertThat(Language.SYSTEM.locale(Locale.forLanguageTag(tag))).isEqualTo(Locale.GERMAN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"en-GB", "tr", "ja", "und"})
  void otherSystemsSpeakEnglish(String tag) {
    assertThat(Language.SYSTEM.locale(Locale.forLanguageTag(tag))).isEqualTo(Locale.ENGLISH);
  }

  @Test
  void aKeyWithoutASentenceIsAMistake() {
    assertThatThrownBy(() -> english.get("no.such.key")).hasMessageContaining("no.such.key");
  }

  @Test
  void placesAreFilledByTheRulesOfTheLanguage() {
    assertThat(english.get("settings.look.size.percent", 125)).isEqualTo("125 %");
    assertThat(german.get("settings.about.version", "1.2.3")).isEqualTo("Myna 1.2.3");
  }

  private static List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static boolean isFile(String key) {
    return key.matches(".*\\.(json|jsonl|css|png|ttf|md|wav|txt|zip)");
  }

  private static Set<String> places(Messages messages, String key) {
    Set<String> places = new TreeSet<>();
    Matcher matcher = Pattern.compile("\\{(\\d+)").matcher(messages.pattern(key));
    while (matcher.find()) {
      places.add(matcher.group(1));
    }
    return places;
  }
}
