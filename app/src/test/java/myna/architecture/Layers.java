package myna.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The rules of the houses, for any root package, so that a test can hold them against a tree that
 * breaks them.
 */
record Layers(String root) {
  /** Each house with the houses that it may use. */
  private static final Map<String, List<String>> MAY_USE = mayUse();

  private static Map<String, List<String>> mayUse() {
    Map<String, List<String>> table = new LinkedHashMap<>();
    table.put("files", List.of());
    table.put("jobs", List.of());
    table.put("text", with());
    table.put("audio", with());
    table.put("voice", with("audio"));
    table.put("watermark", with("audio"));
    table.put("provenance", with("audio"));
    table.put("codec", with("audio"));
    table.put("resgen", with("codec"));
    table.put("speech", with("resgen", "codec", "text", "audio", "voice"));
    table.put("onnx", with("speech", "resgen", "codec", "text", "audio", "voice"));
    table.put(
        "engine", with("onnx", "speech", "resgen", "codec", "text", "audio", "voice", "watermark"));
    table.put("delivery", with("speech", "text", "audio", "watermark"));
    table.put("script", with("speech", "text", "audio"));
    table.put(
        "narration",
        with(
            "script",
            "engine",
            "delivery",
            "speech",
            "resgen",
            "codec",
            "text",
            "audio",
            "voice",
            "watermark"));
    table.put(
        "server", with("engine", "delivery", "speech", "text", "audio", "voice", "watermark"));
    List<String> lower = new ArrayList<>(table.keySet());
    table.put("cli", List.copyOf(lower));
    table.put("ui", List.copyOf(lower));
    return table;
  }

  /** These houses and the two that all may use. */
  private static List<String> with(String... houses) {
    List<String> all = new ArrayList<>(List.of(houses));
    all.add("files");
    all.add("jobs");
    return List.copyOf(all);
  }

  /** The houses, lowest first. */
  static List<String> houses() {
    return List.copyOf(MAY_USE.keySet());
  }

  /** Classes of a house use only the houses that it may use. */
  ArchRule usesOnlyWhatItMay(String house) {
    List<String> forbidden = new ArrayList<>(houses());
    forbidden.removeAll(MAY_USE.get(house));
    forbidden.remove(house);
    String[] packages = forbidden.stream().map(this::packageOf).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(packageOf(house))
        .should()
        .dependOnClassesThat(resideInAnyPackage(packages).or(resideInAPackage(root)))
        .as(house + " uses only " + MAY_USE.get(house))
        .allowEmptyShould(true);
  }

  /** Every class lives in a house or is part of the wiring in the root package. */
  ArchRule everyClassHasAHouse() {
    List<String> known = new ArrayList<>(houses().stream().map(this::packageOf).toList());
    known.add(root);
    return classes().should().resideInAnyPackage(known.toArray(String[]::new));
  }

  /**
   * No package depends on itself by way of others, in a house or between houses. The front end of
   * texts is one package in six parts, and no rule parts it yet.
   */
  ArchRule noCycles() {
    return slices().assignedFrom(new Packages(root + ".text")).should().beFreeOfCycles();
  }

  /** Every package is a slice, but those of one house are one. */
  private record Packages(String whole) implements SliceAssignment {
    @Override
    public SliceIdentifier getIdentifierOf(JavaClass type) {
      String name = type.getPackageName();
      boolean isWhole = name.equals(whole) || name.startsWith(whole + ".");
      return SliceIdentifier.of(isWhole ? whole : name);
    }

    @Override
    public String getDescription() {
      return "each package";
    }
  }

  /** JavaFX is known to the studio alone. */
  ArchRule javafxOnlyInUi() {
    return only("ui", resideInAnyPackage("javafx..", "com.sun.javafx..", "atlantafx.."));
  }

  /** Sound devices are known to the audio house alone. */
  ArchRule soundOnlyInAudio() {
    return only("audio", resideInAnyPackage("javax.sound..", "org.bytedeco..", "be.tarsos.."));
  }

  /** The libraries for HTTP and for assistants' tools are known to one house alone. */
  ArchRule httpOnlyInServer() {
    return only("server", resideInAnyPackage("org.eclipse.jetty..", "io.modelcontextprotocol.."));
  }

  /** ONNX Runtime is known to one house alone. */
  ArchRule onnxRuntimeOnlyInOnnx() {
    return only("onnx", resideInAPackage("ai.onnxruntime.."));
  }

  /** ICU is known to the text house; the studio may format its messages with it. */
  ArchRule icuOnlyInText() {
    DescribedPredicate<JavaClass> messages =
        resideInAPackage(packageOf("ui")).and(dependsOnNoIcuButMessageFormat());
    return noClasses()
        .that(not(resideInAPackage(packageOf("text"))).and(not(messages)))
        .should()
        .dependOnClassesThat(resideInAPackage("com.ibm.icu.."))
        .as("ICU only in text, and its MessageFormat in ui");
  }

  /** What of the text house is for all languages knows none of them. */
  ArchRule theFaceOfTextKnowsNoLanguage() {
    return noClasses()
        .that()
        .resideInAnyPackage(root + ".text", root + ".text.marks..", root + ".text.source..")
        .should()
        .dependOnClassesThat(resideInAPackage(root + ".text.en.."));
  }

  /** Of a language all others know only how its front end is made. */
  ArchRule languagesAreKnownByTheirFrontEnd() {
    DescribedPredicate<JavaClass> frontEnd =
        DescribedPredicate.describe(
            "a front end", type -> type.getSimpleName().endsWith("FrontEnd"));
    return noClasses()
        .that(not(resideInAPackage(packageOf("text"))))
        .should()
        .dependOnClassesThat(resideInAPackage(root + ".text.en..").and(not(frontEnd)));
  }

  private ArchRule only(String house, DescribedPredicate<JavaClass> library) {
    return noClasses()
        .that()
        .resideOutsideOfPackage(packageOf(house))
        .should()
        .dependOnClassesThat(library);
  }

  private static DescribedPredicate<JavaClass> dependsOnNoIcuButMessageFormat() {
    DescribedPredicate<JavaClass> otherIcu =
        resideInAPackage("com.ibm.icu..").and(not(name("com.ibm.icu.text.MessageFormat")));
    return DescribedPredicate.describe(
        "of ICU use only MessageFormat",
        type ->
            type.getDirectDependenciesFromSelf().stream()
                .noneMatch(dependency -> otherIcu.test(dependency.getTargetClass())));
  }

  private String packageOf(String house) {
    return root + "." + house + "..";
  }
}
