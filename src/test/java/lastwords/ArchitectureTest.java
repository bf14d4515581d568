package lastwords;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.fasterxml.jackson.core.ObjectCodec;
import com.fasterxml.jackson.core.TokenStreamFactory;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.Timer;
import java.util.UUID;
import java.util.WeakHashMap;
import org.junit.jupiter.api.Test;

/** Package dependencies are acyclic, and deterministic packages use no clock and no randomness. */
final class ArchitectureTest {
  private static final String[] DETERMINISTIC = {
    "lastwords.kernelc..", "lastwords.machine..", "lastwords.outcome..", "lastwords.engine.."
  };

  private static final JavaClasses CLASSES = ProgramClasses.ALL;

  @Test
  void packagesUseEachOtherInOneDirection() {
    layeredArchitecture()
        .consideringOnlyDependenciesInLayers()
        .withOptionalLayers(true)
        .layer("cli")
        .definedBy("lastwords.cli..")
        .optionalLayer("web")
        .definedBy("lastwords.web..")
        .optionalLayer("cluster")
        .definedBy("lastwords.cluster..")
        .layer("engine")
        .definedBy("lastwords.engine..")
        .layer("scenario")
        .definedBy("lastwords.scenario..")
        .layer("trace")
        .definedBy("lastwords.trace..")
        .layer("outcome")
        .definedBy("lastwords.outcome..")
        .layer("machine")
        .definedBy("lastwords.machine..")
        .layer("kernelc")
        .definedBy("lastwords.kernelc..")
        .whereLayer("cli")
        .mayNotBeAccessedByAnyLayer()
        .whereLayer("web")
        .mayOnlyBeAccessedByLayers("cli")
        .whereLayer("cluster")
        .mayOnlyBeAccessedByLayers("cli", "web")
        .whereLayer("engine")
        .mayOnlyBeAccessedByLayers("cli", "web", "cluster")
        .whereLayer("scenario")
        .mayOnlyBeAccessedByLayers("cli", "web", "cluster", "engine")
        .whereLayer("trace")
        .mayOnlyBeAccessedByLayers("cli", "web", "cluster", "engine", "scenario")
        .whereLayer("outcome")
        .mayOnlyBeAccessedByLayers("cli", "web", "cluster", "engine", "scenario")
        .whereLayer("trace")
        .mayOnlyAccessLayers("machine", "kernelc")
        .whereLayer("outcome")
        .mayOnlyAccessLayers("machine", "kernelc")
        .whereLayer("machine")
        .mayOnlyAccessLayers("kernelc")
        .whereLayer("kernelc")
        .mayNotAccessAnyLayer()
        .check(CLASSES);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("lastwords.(**)").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void akkaIsUsedInTheClusterAlone() {
    noClasses()
        .that()
        .resideOutsideOfPackage("lastwords.cluster..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("akka..", "scala..")
        .check(CLASSES);
  }

  @Test
  void theWebAloneServesHttp() {
    noClasses()
        .that()
        .resideOutsideOfPackage("lastwords.web..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.sun.net.httpserver..")
        .check(CLASSES);
  }

  @Test
  void oneMapperReadsAndWritesJson() {
    noClasses()
        .that()
        .resideOutsideOfPackage("lastwords.json")
        .should()
        .callConstructorWhere(
            describe(
                "makes a mapper of JSON",
                call -> call.getTargetOwner().isAssignableTo(ObjectCodec.class)))
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(TokenStreamFactory.class)
        .orShould()
        .callMethod(JsonMapper.class, "builder")
        .check(CLASSES);
  }

  @Test
  void theMachineReadsNoClockAndRollsNoDice() {
    noClasses()
        .that()
        .resideInAnyPackage(DETERMINISTIC)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(
            Clock.class,
            Instant.class,
            LocalDateTime.class,
            Random.class,
            SplittableRandom.class,
            SecureRandom.class,
            UUID.class)
        .orShould()
        .callMethod(System.class, "nanoTime")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .orShould()
        .callMethod(Math.class, "random")
        .orShould()
        .callMethod(System.class, "identityHashCode", Object.class)
        .check(CLASSES);
  }

  @Test
  void theMachineHasNoUnorderedCollections() {
    noClasses()
        .that()
        .resideInAnyPackage(DETERMINISTIC)
        .should()
        .dependOnClassesThat()
        .belongToAnyOf(HashMap.class, HashSet.class, IdentityHashMap.class, WeakHashMap.class)
        .orShould()
        .callMethodWhere(makesAnUnorderedCollection())
        .check(CLASSES);
  }

  /** Set.of() and the like: with elements, their order differs from one JVM to the next. */
  private static DescribedPredicate<JavaMethodCall> makesAnUnorderedCollection() {
    return describe(
        "makes an unordered collection",
        call -> {
          String owner = call.getTargetOwner().getName();
          String name = call.getName();
          int arguments = call.getTarget().getRawParameterTypes().size();
          boolean literal = owner.equals("java.util.Set") || owner.equals("java.util.Map");
          boolean made =
              literal
                  && arguments > 0
                  && (name.equals("of") || name.equals("copyOf") || name.equals("ofEntries"));
          boolean collected =
              owner.equals("java.util.stream.Collectors") && isUnordered(name, arguments);
          return made || collected;
        });
  }

  private static boolean isUnordered(String collector, int arguments) {
    return switch (collector) {
      case "toSet", "toUnmodifiableSet", "toUnmodifiableMap" -> true;
      case "toMap" -> arguments < 4;
      case "groupingBy" -> arguments < 3;
      default -> false;
    };
  }

  /**
   * A text does not depend on the locale in which it is made: no Arabic digits, no Turkish dotless
   * i.
   */
  @Test
  void textsDoNotDependOnTheUsersLocale() {
    noClasses().should().callMethodWhere(dependsOnTheLocale()).check(CLASSES);
  }

  private static DescribedPredicate<JavaMethodCall> dependsOnTheLocale() {
    return describe(
        "depends on the default locale",
        call -> {
          List<JavaClass> parameters = call.getTarget().getRawParameterTypes();
          boolean located = parameters.stream().anyMatch(it -> it.isEquivalentTo(Locale.class));
          boolean javas = call.getTargetOwner().getPackageName().matches("java\\.(lang|io|util)");
          return javas && !located && isLocalized(call.getName(), parameters.size());
        });
  }

  private static boolean isLocalized(String method, int parameters) {
    return switch (method) {
      case "format", "printf" -> parameters == 2;
      case "formatted" -> true;
      case "toLowerCase", "toUpperCase" -> parameters == 0;
      default -> false;
    };
  }

  /** The result of a search does not depend on its workers. */
  @Test
  void theMachineStartsNoThread() {
    noClasses()
        .that()
        .resideInAnyPackage(DETERMINISTIC)
        .and()
        .doNotHaveFullyQualifiedName("lastwords.engine.explore.WorkerPool")
        .and()
        .doNotHaveFullyQualifiedName("lastwords.engine.explore.BreadthFirst")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.util.concurrent..")
        .orShould()
        .callMethod(Thread.class, "start")
        .orShould()
        .callMethod(Thread.class, "sleep", long.class)
        .orShould()
        .dependOnClassesThat()
        .belongToAnyOf(Timer.class)
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineAndTheClusterWriteToStreamsOfTheProcess() {
    noClasses()
        .that()
        .resideOutsideOfPackages("lastwords.cli..", "lastwords.cluster..", "lastwords.bench..")
        .should()
        .accessField(System.class, "out")
        .orShould()
        .accessField(System.class, "err")
        .check(CLASSES);
  }
}
