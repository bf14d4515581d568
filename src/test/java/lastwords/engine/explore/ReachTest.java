package lastwords.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lastwords.engine.model.Model;
import lastwords.engine.reach.Reach;
import lastwords.engine.store.Ints;
import lastwords.kernelc.image.LockInfo;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No CPU ever touches a word that its code cannot touch according to the analysis. */
class ReachTest {
  private static final int MACHINES = 100;
  private static final int WALKS = 10;

  @Test
  void ofRandomMachines() {
    int touched = 0;
    for (long seed = 0; seed < MACHINES; seed++) {
      touched += walk(RandomMachine.setup(seed), 100, seed);
    }
    assertThat(touched).isGreaterThan(10 * MACHINES);
  }

  @ParameterizedTest
  @ValueSource(strings = {"logbuf-scenario-3", "oracle/nmi-logbuf", "oracle/a-logbuf-b-nmi"})
  void ofShippedScenarios(String scenario) {
    Setup setup = Catalog.at(Path.of("")).scenario(scenario).cases().get(0).setup();
    int touched = 0;
    for (long seed = 0; seed < WALKS; seed++) {
      touched += walk(setup, 3_000, seed);
    }
    assertThat(touched).isGreaterThan(200);
  }

  @Test
  void aWordThatOneCpuHasForItselfIsFound() {
    String own = "int own; void cpu0(void) { own = own + 1; } void cpu1(void) { }";
    assertThat(new Reach(Bench.setup(own).image()).any()).isTrue();
    String both =
        "int own; void cpu0(void) { own = own + 1; } __interrupt(2) void nmi(void) { own = 1; }";
    assertThat(new Reach(Bench.setup(both).image()).any()).isFalse();
  }

  /** Number of words touched in a random walk. */
  private static int walk(Setup setup, int steps, long seed) {
    Touching touching = new Touching(setup);
    Model model = new Model(setup, Budget.NONE, true, false, touching);
    Random random = new Random(seed);
    Ints choices = new Ints();
    for (int step = 0; step < steps && !model.ended(); step++) {
      choices.clear();
      model.choices(model.quiescent(), choices);
      if (choices.size() == 0) {
        break;
      }
      model.make(choices.get(random.nextInt(choices.size())));
    }
    return touching.touched;
  }

  /** Checks every operation on a word or a lock. */
  private static final class Touching implements StepSink {
    private final Setup setup;
    private final Reach reach;
    private final List<Integer> locks = new ArrayList<>(); // addresses
    private int touched;

    Touching(Setup setup) {
      this.setup = setup;
      this.reach = new Reach(setup.image());
      int area = setup.image().perCpu().length;
      for (LockInfo lock : setup.image().locks()) {
        for (int cpu = 0; cpu < (lock.perCpu() ? setup.machine().cpus() : 1); cpu++) {
          int base = lock.perCpu() ? setup.image().data().length + cpu * area : 0;
          locks.add(base + lock.address());
        }
      }
    }

    @Override
    public void step(StepRecord step) {
      int address =
          switch (step.operation()) {
            case LOAD, STORE, XCHG, CMPXCHG, ADD, OR, AND -> (int) step.target();
            case LOCK, TRYLOCK, UNLOCK, IS_LOCKED, LOCK_INIT -> locks.get((int) step.target());
            default -> -1;
          };
      if (address >= 0) {
        touched++;
        assertThat(reach.mayTouch(step.pc(), address, step.cpu()))
            .as("%s, address %d", setup.image().functionAt(step.pc()).name(), address)
            .isTrue();
      }
    }
  }
}
