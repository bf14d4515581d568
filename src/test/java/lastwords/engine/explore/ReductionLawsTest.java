package lastwords.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.scenario.Setup;
import org.junit.jupiter.api.Test;

/**
 * What exploring leaves out has no influence: tested with {@code -Dlastwords.machines=N} random
 * machines.
 */
class ReductionLawsTest {
  private static final int MACHINES = Integer.getInteger("lastwords.machines", 150);
  private static final int FIRST = Integer.getInteger("lastwords.machines.first", 0);
  private static final Bounds SMALL = new Bounds(3_000, Integer.MAX_VALUE, 1 << 30);

  private int checked;
  private int hangs;
  private long whole;
  private long left;
  private long fewest;

  @Test
  void reducedAndWholeSearchesHaveTheSameOutcomes() {
    for (long seed = FIRST; seed < FIRST + MACHINES; seed++) {
      same(seed, false);
      same(seed, true);
    }
    System.out.printf(
        "%d searches of random machines: %d states, reduced %d, commuting %d; %d with hangs%n",
        checked, whole, left, fewest, hangs);
    assertThat(checked).isGreaterThan(MACHINES);
    assertThat(left).isLessThan(whole);
    assertThat(fewest).isLessThan(left);
    assertThat(hangs).isBetween(checked / 20, checked * 19 / 20);
  }

  private void same(long seed, boolean earlyTimeouts) {
    Setup setup = RandomMachine.setup(seed);
    String source =
        seed + (earlyTimeouts ? ", early timeouts" : "") + ": " + RandomMachine.source(seed);
    Search search =
        Search.DEFAULT
            .withBounds(SMALL)
            .withEarlyTimeouts(earlyTimeouts)
            .withBudget(RandomMachine.budget(seed));
    Exploration full = Explorer.explore(setup, search.withReduced(false), Explorer.Listener.NONE);
    if (!full.exhausted()) {
      return;
    }
    Exploration reduced =
        Explorer.explore(setup, search.withCommuting(false), Explorer.Listener.NONE);
    Exploration fewer = Explorer.explore(setup, search, Explorer.Listener.NONE);
    Set<String> outcomes = Bench.outcomes(full);
    for (Exploration found : List.of(reduced, fewer)) {
      assertThat(Bench.outcomes(found)).as(source).isEqualTo(outcomes);
      assertThat(found.doomed() > 0).as(source).isEqualTo(full.doomed() > 0);
    }
    assertThat(fewer.states()).as(source).isLessThanOrEqualTo(reduced.states());
    fewest += fewer.states();
    checked++;
    hangs += outcomes.stream().anyMatch(outcome -> outcome.startsWith("hang")) ? 1 : 0;
    whole += full.states();
    left += reduced.states();
  }

  /** What it did before it stopped is forgotten; how it stopped is not. */
  @Test
  void aCpuThatNeverRunsAgainLeavesNoTraceOfItsPast() {
    assertThat(finals("hw_send_ipi(1, 2); for (;;) halt();"))
        .as("in the NMI, which came before the CPU slept or then")
        .containsExactly(1, 8);
    assertThat(finals("for (;;) halt();")).containsExactly(4, 4); // an interrupt could still come
    assertThat(finals("local_irq_disable(); lapic_disable(); for (;;) halt();"))
        .as("an NMI could still come")
        .containsExactly(4, 4);
    assertThat(finals("local_irq_disable(); for (;;) ;")).containsExactly(4, 4); // so could an NMI
  }

  /** Final states, reduced and unreduced. */
  private static List<Integer> finals(String stop) {
    String source =
        """
        DEFINE_PER_CPU(int, draw);
        __interrupt(2) void nmi(void) { for (;;) halt(); }
        void cpu0(void) { this_cpu_write(draw, prandom_u32_max(2) + 2 * prandom_u32_max(2)); %s }
        int used(void) { return this_cpu_read(draw); }
        """;
    return Stream.of(true, false)
        .map(reduced -> Bench.SEARCH.withReduced(reduced))
        .map(search -> Bench.explore(String.format(source, stop), search))
        .map(found -> found.findings().stream().mapToInt(Finding::states).sum())
        .toList();
  }
}
