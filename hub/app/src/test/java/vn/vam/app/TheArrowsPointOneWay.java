package vn.vam.app;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Adapters and runtime know the core, the app knows all, and nobody knows the other way round. */
class TheArrowsPointOneWay {
  private static final String CORE = "vn.vam.core..";
  private static final String RUNTIME = "vn.vam.runtime..";
  private static final String APP = "vn.vam.app..";
  private static final List<String> ADAPTERS =
      List.of(
          "vn.vam.mqtt.paho..",
          "vn.vam.mqtt.artemis..",
          "vn.vam.payloads..",
          "vn.vam.influxdb..",
          "vn.vam.sqlite..",
          "vn.vam.zalo..",
          "vn.vam.dossier..",
          "vn.vam.feeds..",
          "vn.vam.barcode..",
          "vn.vam.chart..");
  private static final List<String> SIMULATORS =
      List.of(
          "vn.vam.sim.fleet..",
          "vn.vam.sim.zalo..",
          "vn.vam.sim.office..",
          "vn.vam.sim.town..",
          "vn.vam.sim.bench..");

  private static final ImportOption NO_TEST_JARS =
      location -> !location.contains("-tests.jar") && !location.contains("test-classes/");
  private static final JavaClasses PRODUCT =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .withImportOption(NO_TEST_JARS)
          .importPackages("vn.vam");

  static List<String> adapters() {
    return ADAPTERS;
  }

  static List<String> simulators() {
    return SIMULATORS;
  }

  static List<String> parts() {
    return Stream.of(List.of(CORE, RUNTIME, APP), ADAPTERS, SIMULATORS)
        .flatMap(List::stream)
        .toList();
  }

  @ParameterizedTest
  @MethodSource("parts")
  void every_part_is_looked_at(String part) {
    assertThat(PRODUCT.that(resideInAPackage(part))).isNotEmpty();
  }

  @Test
  void every_class_belongs_to_a_part() {
    classes().should().resideInAnyPackage(parts().toArray(String[]::new)).check(PRODUCT);
  }

  @Test
  void the_core_needs_a_jdk_and_nothing_else() {
    classes()
        .that()
        .resideInAPackage(CORE)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(CORE, "java..", "org.jspecify.annotations..")
        .check(PRODUCT);
  }

  @Test
  void the_runtime_knows_the_core_alone() {
    ofOursKnows(RUNTIME, CORE);
  }

  @ParameterizedTest
  @MethodSource("adapters")
  void an_adapter_knows_the_core_alone(String adapter) {
    ofOursKnows(adapter, CORE);
  }

  @Test
  void the_messengers_component_fits_into_any_application() {
    ofOursKnows("vn.vam.zalo..");
  }

  @ParameterizedTest
  @MethodSource("simulators")
  void a_simulator_knows_nothing_of_ours(String simulator) {
    ofOursKnows(simulator);
  }

  private static void ofOursKnows(String part, String... known) {
    String[] allowed = Stream.concat(Stream.of(part), Stream.of(known)).toArray(String[]::new);
    noClasses()
        .that()
        .resideInAPackage(part)
        .should()
        .dependOnClassesThat(resideInAPackage("vn.vam..").and(resideOutsideOfPackages(allowed)))
        .check(PRODUCT);
  }

  @Test
  void nobody_sleeps() {
    noClasses()
        .should()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .callMethod(Thread.class, "sleep", java.time.Duration.class)
        .orShould()
        .callMethod(TimeUnit.class, "sleep", long.class)
        .because("who waits for something waits for that, and not for a time")
        .check(PRODUCT);
  }

  @Test
  void the_event_loops_and_adapters_print_nothing() {
    noClasses()
        .that(resideInAnyPackage("vn.vam..").and(resideOutsideOfPackages(APP)))
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(PRODUCT);
  }

  @Test
  void every_package_says_what_it_is_for_and_where_null_may_be() {
    assertThat(PRODUCT.stream().map(found -> found.getPackage()).distinct())
        .allMatch(TheArrowsPointOneWay::isNullMarked);
  }

  private static boolean isNullMarked(JavaPackage found) {
    return found.tryGetAnnotationOfType(NullMarked.class).isPresent();
  }
}
