package dev.hotseat;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// A package looks only down, never up or sideways. This is the list; `docs/ARCHITECTURE.md` draws
/// it.
class FloorsTest {
  private static final List<Set<String>> FLOORS =
      List.of(
          Set.of("world"),
          Set.of("exchange", "fault", "telemetry", "journal", "phrase", "history"),
          Set.of("live", "load", "event"),
          Set.of("scenario"),
          Set.of("interview", "hearing", "scoring"),
          Set.of("session", "demonstration", "room", "panel"),
          Set.of("api", "gate", "ui"),
          Set.of("app"));
  private static final int FIRST_FLOOR_WITH_FRAMEWORK = 5;
  private static final String ROOT = "dev.hotseat.";
  private static final String GENERATED = "jte";

  /*
   * Beans below floor 5 may be found by injection and be read from configuration or JSON; that takes
   * annotations only. The bean definitions that the framework generates beside them (`$X$Definition`
   * and the like) are its own and stand on all of it.
   */
  private static final Set<String> ANNOTATIONS_ALLOWED_BELOW =
      Set.of(
          "io.micronaut.serde.annotation.",
          "io.micronaut.serde.config.naming.",
          "io.micronaut.serde.config.annotation.",
          "io.micronaut.context.annotation.ConfigurationProperties",
          "io.micronaut.core.bind.annotation.Bindable");

  private static final JavaClasses HOUSE =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.hotseat");

  @Test
  void everyPackageHasAFloorAndAnIntroduction() {
    Set<String> homeless = new TreeSet<>();
    Set<String> unintroduced = new TreeSet<>();
    for (JavaClass each : HOUSE) {
      if (floor(each) < 0 && !isGenerated(each)) {
        homeless.add(each.getPackageName());
      }
      if (!isGenerated(each) && each.getPackage().tryGetPackageInfo().isEmpty()) {
        unintroduced.add(each.getPackageName());
      }
    }

    assertThat(homeless).as("packages on no floor").isEmpty();
    assertThat(unintroduced).as("packages without a package-info").isEmpty();
  }

  @Test
  void aPackageLooksOnlyDown() {
    names()
        .forEach((name, floor) ->
            noClasses()
                .that()
                .resideInAPackage(ROOT + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(outOfSight(name, floor))
                .allowEmptyShould(true)
                .check(HOUSE));
  }

  @Test
  void liveSystemsAreStrangersToOneAnother() {
    Set<String> systems = new TreeSet<>();
    for (JavaClass each : HOUSE) {
      if (each.getPackageName().startsWith(ROOT + "live.")) {
        systems.add(each.getPackageName());
      }
    }
    for (String system : systems) {
      String[] others =
          systems.stream().filter(other -> !other.equals(system)).toArray(String[]::new);
      noClasses()
          .that()
          .resideInAPackage(system)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(others)
          .check(HOUSE);
    }
    noClasses()
        .that()
        .resideInAPackage(ROOT + "live")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(ROOT + "live.*..")
        .check(HOUSE);
  }

  @Test
  void theFrameworkStaysUpstairs() {
    noClasses()
        .that()
        .resideInAnyPackage(packagesBelow(FIRST_FLOOR_WITH_FRAMEWORK))
        .and()
        .haveNameNotMatching(".*\\.(\\$|Serde[A-Z]).*")
        .should()
        .dependOnClassesThat(frameworkBeyondAnnotations())
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  @Test
  void threadsAreNeverPinnedOnTheLowerFloors() {
    noMethods()
        .that()
        .areDeclaredInClassesThat()
        .resideInAnyPackage(packagesBelow(FIRST_FLOOR_WITH_FRAMEWORK))
        .should()
        .haveModifier(JavaModifier.SYNCHRONIZED)
        .allowEmptyShould(true)
        .check(HOUSE);
  }

  private static DescribedPredicate<JavaClass> frameworkBeyondAnnotations() {
    return describe(
        "of Micronaut beyond a few annotations",
        each ->
            each.getPackageName().startsWith("io.micronaut.")
                && ANNOTATIONS_ALLOWED_BELOW.stream().noneMatch(each.getName()::startsWith));
  }

  private static Map<String, Integer> names() {
    Map<String, Integer> names = new LinkedHashMap<>();
    for (int floor = 0; floor < FLOORS.size(); floor++) {
      for (String name : FLOORS.get(floor)) {
        names.put(name, floor);
      }
    }
    return names;
  }

  private static String[] outOfSight(String name, int floor) {
    return names().entrySet().stream()
        .filter(other -> other.getValue() >= floor && !other.getKey().equals(name))
        .map(other -> ROOT + other.getKey() + "..")
        .toArray(String[]::new);
  }

  private static String[] packagesBelow(int floor) {
    return names().entrySet().stream()
        .filter(each -> each.getValue() < floor)
        .map(each -> ROOT + each.getKey() + "..")
        .toArray(String[]::new);
  }

  private static int floor(JavaClass each) {
    return names().getOrDefault(topName(each), -1);
  }

  private static boolean isGenerated(JavaClass each) {
    return topName(each).equals(GENERATED);
  }

  private static String topName(JavaClass each) {
    String inside = each.getPackageName().replaceFirst("^dev\\.hotseat\\.?", "");
    int dot = inside.indexOf('.');
    return dot < 0 ? inside : inside.substring(0, dot);
  }
}
