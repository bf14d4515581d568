package lastwords.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.Test;

/** Treating states that differ only by swapping interchangeable CPUs as one loses no outcome. */
class SymmetryLawsTest {
  private static final int KERNELS = Integer.getInteger("lastwords.symmetric", 60);
  private static final Search SEARCH =
      Search.DEFAULT.withBounds(new Bounds(20_000, Integer.MAX_VALUE, 1 << 30));

  private int checked;
  private int fewer;
  private int named; // outcomes that distinguish the two
  private long whole;
  private long left;

  @Test
  void randomKernelsHaveTheSameOutcomesWithSymmetryReduction() {
    for (long seed = 0; seed < KERNELS; seed++) {
      Setup setup = Bench.setup(RandomSymmetricKernel.source(seed));
      same(setup, SEARCH, seed + "");
      same(setup, SEARCH.withEarlyTimeouts(true), seed + ", early timeouts");
      same(setup, SEARCH.withBudget(Budget.stalls(1)), seed + ", a stall");
    }
    System.out.printf(
        "%d searches: %d states, with symmetry reduction %d; %d with fewer, %d tell the CPUs apart%n",
        checked, whole, left, fewer, named);
    assertThat(checked).isGreaterThan(KERNELS);
    assertThat(fewer).isGreaterThan(checked / 10);
  }

  private void same(Setup setup, Search search, String what) {
    Exploration plain = explore(setup, search.withSymmetric(false));
    Exploration found = explore(setup, search);
    if (!plain.exhausted()) {
      return;
    }
    assertThat(found.exhausted()).as(what).isTrue();
    assertThat(Bench.outcomes(found)).as(what).isEqualTo(Bench.outcomes(plain));
    assertThat(found.doomed() > 0).as(what).isEqualTo(plain.doomed() > 0);
    assertThat(found.depth()).as(what).isEqualTo(plain.depth());
    assertThat(found.states()).as(what).isBetween(plain.states() / 2, plain.states());
    checked++;
    whole += plain.states();
    left += found.states();
    fewer += found.states() < plain.states() ? 1 : 0;
    named += Bench.outcomes(plain).stream().anyMatch(it -> it.contains("not stopped")) ? 1 : 0;
  }

  @Test
  void idleCpusAreStoppedInWhateverOrder() {
    Setup setup =
        Catalog.at(Path.of(""))
            .scenario("oracle/a-logbuf-b-nmi")
            .variant("default", Overrides.NONE)
            .setup();
    Exploration plain = explore(setup, Search.DEFAULT.withSymmetric(false));
    Exploration found = explore(setup, Search.DEFAULT);
    assertThat(found.exhausted()).isTrue();
    assertThat(Bench.outcomes(found)).isEqualTo(Bench.outcomes(plain));
    assertThat(found.states()).isLessThan(plain.states() * 9 / 10);
  }

  private static Exploration explore(Setup setup, Search search) {
    return Explorer.explore(setup, search, Explorer.Listener.NONE);
  }
}
