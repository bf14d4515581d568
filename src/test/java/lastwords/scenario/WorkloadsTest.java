package lastwords.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import lastwords.kernelc.image.GlobalInfo;
import org.junit.jupiter.api.Test;

/** What workloads must not do: settings belong to the user. */
class WorkloadsTest {
  private static final Path KERNEL = Path.of("src/main/kernel/workloads");
  private static final Path SCENARIOS = Path.of("config/scenarios");
  private static final String ON_ALL_MACHINES = "v5.2/silent-deaf-cpu-costs-a-panic-one-second";
  private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/|//[^\n]*", Pattern.DOTALL);

  /** Plain assignments, increments, and the accessors that store. */
  private static final Pattern STORE =
      Pattern.compile(
          "(?<![\\w.>])(\\w+)\\s*(?:(?:[-+*|&^]|<<|>>)?=(?!=)|\\+\\+|--)"
              + "|(?:WRITE_ONCE|xchg|cmpxchg|atomic_\\w+|fetch_\\w+)\\(&?(\\w+)"
              + "|(?:\\+\\+|--)(\\w+)");

  @Test
  void aWorkloadSetsNoVariableOfTheKernelThatAScenarioCanSet() throws IOException {
    Set<String> settable = settable();
    assertThat(settable).contains("softlockup_panic", "hardlockup_panic", "panic_on_oops");
    List<String> set = new ArrayList<>();
    for (Path file : files()) {
      stores(file).filter(settable::contains).forEach(it -> set.add(file + ": " + it));
    }
    assertThat(set).isEmpty();
  }

  /** Scalars of the kernel itself; what a workload defines is its own. */
  private static Set<String> settable() {
    Set<String> names = new TreeSet<>();
    for (Case made : Catalog.standard().scenariosOf(ON_ALL_MACHINES).get(0).cases()) {
      made.setup().image().globals().stream()
          .filter(it -> it.scalar() && !it.type().contains("*"))
          .filter(it -> !it.file().contains("workloads/"))
          .map(GlobalInfo::name)
          .forEach(names::add);
    }
    return names;
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> own = Files.walk(KERNEL);
        Stream<Path> scenarios = Files.walk(SCENARIOS)) {
      return Stream.concat(own, scenarios).filter(it -> it.toString().endsWith(".c")).toList();
    }
  }

  private static Stream<String> stores(Path file) {
    try {
      String code = COMMENT.matcher(Files.readString(file)).replaceAll(" ");
      return STORE.matcher(code).results().map(WorkloadsTest::name);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String name(MatchResult store) {
    for (int group = 1; group < store.groupCount(); group++) {
      if (store.group(group) != null) {
        return store.group(group);
      }
    }
    return store.group(store.groupCount());
  }
}
