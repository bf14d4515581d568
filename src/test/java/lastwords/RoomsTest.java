package lastwords;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import lastwords.engine.store.Components;
import org.junit.jupiter.api.Test;

/** Packages are rooms that a newcomer can survey: few types, short files, each name once. */
final class RoomsTest {
  private static final int MOST_TYPES = 20; // per package
  private static final int MOST_IN_A_CYCLE = 5; // types that depend on each other
  private static final int MOST_LINES = 350; // per file

  private static final JavaClasses CLASSES = ProgramClasses.ALL;
  private static final Map<String, List<JavaClass>> PARTS =
      CLASSES.stream().collect(groupingBy(RoomsTest::outermost));

  @Test
  void aPackageHasFewTypes() {
    Map<String, Long> crowded =
        new TreeMap<>(topLevel().collect(groupingBy(JavaClass::getPackageName, counting())));
    crowded.values().removeIf(types -> types <= MOST_TYPES);
    crowded.remove("lastwords.kernelc.grammar"); // generated
    assertThat(crowded).isEmpty();
  }

  @Test
  void aNameMeansOneType() {
    Map<String, Long> twice =
        new TreeMap<>(topLevel().collect(groupingBy(JavaClass::getSimpleName, counting())));
    twice.values().removeIf(types -> types == 1);
    assertThat(twice).isEmpty();
  }

  @Test
  void fewTypesOfAPackageNeedEachOther() {
    Map<String, Integer> tangled = new TreeMap<>();
    topLevel()
        .collect(groupingBy(JavaClass::getPackageName))
        .forEach((room, types) -> tangled.put(room, largestCycle(types)));
    tangled.values().removeIf(types -> types <= MOST_IN_A_CYCLE);
    assertThat(tangled).isEmpty();
  }

  @Test
  void filesAreShort() throws IOException {
    Map<String, Integer> tall = new TreeMap<>();
    for (Path file : files("src/main/java")) {
      tall.put(file.getFileName().toString(), Files.readAllLines(file).size());
    }
    tall.values().removeIf(lines -> lines <= MOST_LINES);
    assertThat(tall).isEmpty();
  }

  /** A checkout on a case-insensitive file system would lose one. */
  @Test
  void noTwoFilesDifferInCaseAlone() throws IOException {
    Map<String, List<Path>> byName = new HashMap<>();
    for (Path file : files("src")) {
      byName
          .computeIfAbsent(file.toString().toLowerCase(Locale.ROOT), name -> new ArrayList<>())
          .add(file);
    }
    assertThat(byName.values()).allSatisfy(same -> assertThat(same).hasSize(1));
  }

  private static Stream<JavaClass> topLevel() {
    return CLASSES.stream()
        .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"));
  }

  private static int largestCycle(List<JavaClass> types) {
    int[] component = Components.of(dependencies(types));
    return (int)
        Arrays.stream(component).boxed().collect(groupingBy(it -> it, counting())).values().stream()
            .mapToLong(size -> size)
            .max()
            .orElse(0);
  }

  private static Components.Graph dependencies(List<JavaClass> types) {
    Map<String, Integer> numbers = new HashMap<>();
    types.forEach(type -> numbers.put(type.getName(), numbers.size()));
    int[][] uses = new int[types.size()][];
    for (JavaClass user : types) {
      uses[numbers.get(user.getName())] =
          PARTS.get(user.getName()).stream()
              .flatMap(part -> part.getDirectDependenciesFromSelf().stream())
              .map(it -> outermost(it.getTargetClass().getBaseComponentType()))
              .filter(it -> numbers.containsKey(it) && !it.equals(user.getName()))
              .mapToInt(numbers::get)
              .distinct()
              .toArray();
    }
    return new Uses(uses);
  }

  private static String outermost(JavaClass type) {
    int nested = type.getName().indexOf('$');
    return nested < 0 ? type.getName() : type.getName().substring(0, nested);
  }

  private static List<Path> files(String folder) throws IOException {
    try (Stream<Path> all = Files.walk(Path.of(folder))) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  private record Uses(int[][] uses) implements Components.Graph {
    @Override
    public int nodes() {
      return uses.length;
    }

    @Override
    public int degree(int node) {
      return uses[node].length;
    }

    @Override
    public int successor(int node, int index) {
      return uses[node][index];
    }
  }
}
