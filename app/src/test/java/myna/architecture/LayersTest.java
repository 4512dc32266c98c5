package myna.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.EvaluationResult;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The houses keep their rules; and each rule fails on a tree of fixtures that breaks it. */
class LayersTest {
  private static final String BROKEN = "fixture.broken";

  /** The fixture that breaks the rule of the same name. */
  private static final Map<String, String> BREAKERS =
      Map.of(
          "everyClassHasAHouse", BROKEN + ".cellar.Homeless",
          "noCycles", BROKEN + ".audio.loop.Back",
          "javafxOnlyInUi", BROKEN + ".speech.UsesJavafx",
          "soundOnlyInAudio", BROKEN + ".voice.UsesSound",
          "httpOnlyInServer", BROKEN + ".engine.UsesHttp",
          "onnxRuntimeOnlyInOnnx", BROKEN + ".codec.UsesOnnxRuntime",
          "icuOnlyInText", BROKEN + ".audio.UsesIcu",
          "icuOnlyInText in ui", BROKEN + ".ui.UsesIcuCollator",
          "theFaceOfTextKnowsNoLanguage", BROKEN + ".text.UsesLanguage",
          "languagesAreKnownByTheirFrontEnd", BROKEN + ".speech.UsesLanguage");

  @TestFactory
  Stream<DynamicTest> theSourcesKeepTheRules() {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("myna");
    return rules("myna").entrySet().stream()
        .map(rule -> DynamicTest.dynamicTest(rule.getKey(), () -> rule.getValue().check(classes)));
  }

  @TestFactory
  Stream<DynamicTest> theFixturesBreakEachRule() {
    JavaClasses classes = new ClassFileImporter().importPackages(BROKEN);
    return rules(BROKEN).entrySet().stream()
        .map(
            rule ->
                DynamicTest.dynamicTest(
                    rule.getKey(),
                    () -> {
                      EvaluationResult result = rule.getValue().evaluate(classes);
                      assertThat(result.getFailureReport().getDetails())
                          .anyMatch(line -> line.contains(breaker(rule.getKey())));
                      assertThat(result.getFailureReport().getDetails())
                          .noneMatch(line -> line.contains("UsesMessageFormat"));
                    }));
  }

  private static String breaker(String rule) {
    return BREAKERS.getOrDefault(rule, BROKEN + "." + rule + ".UsesUpper");
  }

  private static Map<String, ArchRule> rules(String root) {
    Layers layers = new Layers(root);
    Map<String, ArchRule> rules = new LinkedHashMap<>();
    Layers.houses().forEach(house -> rules.put(house, layers.usesOnlyWhatItMay(house)));
    rules.put("everyClassHasAHouse", layers.everyClassHasAHouse());
    rules.put("noCycles", layers.noCycles());
    rules.put("javafxOnlyInUi", layers.javafxOnlyInUi());
    rules.put("soundOnlyInAudio", layers.soundOnlyInAudio());
    rules.put("httpOnlyInServer", layers.httpOnlyInServer());
    rules.put("onnxRuntimeOnlyInOnnx", layers.onnxRuntimeOnlyInOnnx());
    rules.put("icuOnlyInText", layers.icuOnlyInText());
    rules.put("icuOnlyInText in ui", layers.icuOnlyInText());
    rules.put("theFaceOfTextKnowsNoLanguage", layers.theFaceOfTextKnowsNoLanguage());
    rules.put("languagesAreKnownByTheirFrontEnd", layers.languagesAreKnownByTheirFrontEnd());
    return rules;
  }
}
