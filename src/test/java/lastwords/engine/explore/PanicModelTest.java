package lastwords.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.terminal.StateObserver;
import lastwords.engine.walk.RandomWalk;
import lastwords.engine.walk.RandomWalk.Taken;
import lastwords.engine.walk.Replay;
import lastwords.engine.walk.UniformScheduler;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Op;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.End;
import lastwords.outcome.Ending.Cause;
import lastwords.outcome.Outcome;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The model of the panic path has exactly the states, transitions, final states and outcomes that
 * SPIN and a search written for this model alone find for the same model in Promela, whatever its
 * knobs say.
 */
class PanicModelTest {
  private static final Path SCENARIO = Path.of("src/bench/scenarios/panic-model.conf");

  private static Setup setup(int cpus, String knobs, String faulty) {
    Map<String, String> set = new LinkedHashMap<>();
    for (String knob : knobs.split(" ")) {
      String[] parts = knob.split("=");
      set.put("CONFIG_MODEL_" + parts[0], parts[1]);
    }
    if (!faulty.equals("-")) {
      set.put("cpu." + (cpus - 1) + ".run", faulty);
    }
    Overrides overrides = new Overrides(Optional.empty(), Optional.empty(), set);
    String variant = cpus == 3 ? "three-cpus" : "default";
    return Catalog.at(Path.of(""))
        .scenario(SCENARIO.toString())
        .variant(variant, overrides)
        .setup();
  }

  @ParameterizedTest
  @CsvSource({
    "2, MESSAGES=1 NMI=1, -, 51524, 101662, 1302, 804, 0x18c",
    "2, MESSAGES=2 NMI=1, -, 182718, 366397, 4965, 3061, 0x18c",
    "2, MESSAGES=1 NMI=0 PATCH=1, -, 27678, 52661, 104, 0, 0xaf",
    "2, MESSAGES=1 NMI=1 PATCH=1 PATIENT=1, -, 15328, 22395, 85, 14, 0x18c",
    "2, MESSAGES=1 NMI=1 TWO=1 SSOFF=1, -, 56751, 111324, 1349, 804, 0x18c",
    "2, NMI=0 CTX=1 START=1, loops_irqs_off, 20, 20, 1, 1, 0x100",
    "2, NMI=0 CTX=1 START=1 PATCH=1, loops_irqs_off, 24, 24, 1, 0, 0x1",
    "3, NMI=1 CTX=2 START=1, holds_logbuf_lock, 2176, 3262, 37, 21, 0x188",
    "3, NMI=1 CTX=1 START=1 PATIENT=1, loops_irqs_off, 1852, 2387, 18, 2, 0x188",
  })
  void countsAreThoseOfTheModel(
      int cpus,
      String knobs,
      String faulty,
      int states,
      int transitions,
      int terminals,
      int deadlocks,
      String outcomes) {
    Setup setup = setup(cpus, knobs, faulty);
    Outcomes seen = new Outcomes(setup.image());
    Search search = Search.DEFAULT.withBounds(Bench.BOUNDS).withCommuting(false);
    Exploration found = Explorer.explore(setup, search, Explorer.Listener.NONE, seen);
    assertThat(found.exhausted()).isTrue();
    assertThat(found.states()).isEqualTo(states);
    assertThat(found.transitions()).isEqualTo(transitions);
    assertThat(found.findings().stream().mapToInt(Finding::states).sum()).isEqualTo(terminals);
    assertThat(hangs(found)).isEqualTo(deadlocks);
    assertThat(seen.classes | (deadlocks > 0 ? 0x100 : 0)).isEqualTo(Integer.decode(outcomes));
    Exploration two = Explorer.explore(setup, search.withWorkers(2), Explorer.Listener.NONE);
    assertThat(two.states()).isEqualTo(states);
    assertThat(two.transitions()).isEqualTo(transitions);
    assertThat(two.findings()).isEqualTo(found.findings());
  }

  @Test
  void whatAWalkFindsIsAmongWhatExploringFindsAndEndsWhenNobodyCanGoOn() {
    Setup setup = setup(2, "MESSAGES=1 NMI=1 PATCH=1 PATIENT=1", "-");
    Set<String> all = Bench.outcomes(Bench.explore(setup));
    RandomWalk walk = new RandomWalk(setup, false, 20_000);
    Set<String> found = new TreeSet<>();
    for (long seed = 0; seed < 200; seed++) {
      Taken taken = walk.run(new UniformScheduler(seed));
      found.add(taken.outcome().summary());
      assertThat(taken.cause()).isNotEqualTo(Cause.LIMIT);
      assertThat(
              Replay.run(setup, taken.schedule(), taken.cause(), StepSink.NONE).outcome().summary())
          .isEqualTo(taken.outcome().summary());
    }
    assertThat(found).isEqualTo(all);
  }

  private static int hangs(Exploration found) {
    return found.findings().stream()
        .filter(finding -> finding.outcome().end() == End.HANG)
        .mapToInt(Finding::states)
        .sum();
  }

  /**
   * What has been printed when panic() is about to end: one bit for each of the model's 8 classes.
   */
  private static final class Outcomes implements StateObserver {
    private final KernelImage image;
    private final int last; // the section in which panic() ends
    private int classes;

    Outcomes(KernelImage image) {
      this.image = image;
      int pc = find(Builtin.FINAL_LOOP, 0, 1);
      last = find(Builtin.SECTION_BEGIN, pc, -1);
    }

    private int find(Builtin builtin, int from, int step) {
      int pc = from;
      while (image.code()[4 * pc] != Op.SYS || image.code()[4 * pc + 2] != builtin.ordinal()) {
        pc += step;
      }
      return pc;
    }

    @Override
    public void reached(Machine machine) {
      if (machine.cpu(0).pc() == last && word(machine, "halted") == 0) {
        int out = (int) word(machine, "pm_out");
        int dumped = (int) word(machine, "dumpok");
        int all = (int) word(machine, "allout");
        classes |= 1 << out + 2 * dumped + 4 * all;
      }
    }

    private long word(Machine machine, String name) {
      return machine.memory().word(image.global(name).address());
    }

    @Override
    public void over(Machine machine, Outcome outcome) {}
  }
}
