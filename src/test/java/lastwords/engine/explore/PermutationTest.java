package lastwords.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import lastwords.engine.model.Model;
import lastwords.engine.reduce.CpuSymmetry;
import lastwords.engine.store.Ints;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.expect.Budget;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Swapping two interchangeable CPUs commutes with every action: it makes no difference whether the
 * action or the swap comes first.
 */
class PermutationTest {
  private static final int KERNELS = Integer.getInteger("lastwords.symmetric", 100);
  private static final int STEPS = 60;
  private static final String PRINTS = " cpu.2.run=print_lines(1) cpu.3.run=print_lines(1)";

  /** Number of transitions tried in both orders, and the words that differed, by name. */
  private static final class Tally {
    private int tried;
    private int same;
    private final Map<String, Integer> differ = new TreeMap<>();

    @Override
    public String toString() {
      return same + " of " + tried + ", " + differ;
    }
  }

  @Test
  void ofKernelsThatAskOnlyWhichCpuTheyRunOn() {
    Tally all = new Tally();
    for (long seed = 0; seed < KERNELS; seed++) {
      walk(Bench.setup(RandomSymmetricKernel.source(seed)), 2, STEPS, seed, all);
    }
    System.out.println("random symmetric kernels: " + all);
    assertThat(all.tried).isGreaterThan(KERNELS * STEPS / 2);
    assertThat(all.differ).isEmpty();
    assertThat(all.same).isEqualTo(all.tried);
  }

  @ParameterizedTest
  @CsvSource({
    "oracle/a-logbuf, ''",
    "oracle/nmi-logbuf, ''",
    "oracle/logbuf-flip, ''",
    "logbuf-scenario-1, machine.cpus=4" + PRINTS,
    "logbuf-scenario-3, machine.cpus=4" + PRINTS,
    "v5.2/own-log-lock-is-freed-once-all-cpus-are-stopped, machine.cpus=4",
  })
  void ofShippedScenariosWithBystanders(String scenario, String settings) {
    Tally tally = new Tally();
    walk(setup(scenario, settings), 2, 300, 1, tally);
    assertThat(tally.tried).isGreaterThan(100);
    assertThat(tally.differ).isEmpty();
    assertThat(tally.same).isEqualTo(tally.tried);
  }

  /** A text that names a CPU does not change when that CPU gets another number. */
  @Test
  void notOfScenariosThatPrintWhichCpusTheyMean() {
    Tally tally = new Tally();
    walk(setup("logbuf-scenario-2", "machine.cpus=4" + PRINTS), 6, 400, 1, tally);
    assertThat(tally.same).isBetween(tally.tried * 98 / 100, tally.tried - 1);
    assertThat(tally.differ.keySet()).allMatch(word -> word.matches("cpu0 .*|.*safe_print_seq.*"));
  }

  private static Setup setup(String scenario, String settings) {
    Map<String, String> set = new LinkedHashMap<>();
    for (String setting : settings.isEmpty() ? new String[0] : settings.split(" ")) {
      set.put(setting.split("=")[0], setting.split("=")[1]);
    }
    Overrides overrides = new Overrides(Optional.empty(), Optional.empty(), set);
    return Catalog.at(Path.of("")).scenario(scenario).variant("default", overrides).setup();
  }

  private static void walk(Setup setup, int walks, int steps, long seed, Tally tally) {
    Model model = new Model(setup, Budget.NONE, true, false, StepSink.NONE);
    List<CpuSymmetry> pairs = CpuSymmetry.of(setup, Budget.NONE, model);
    assertThat(pairs).isNotEmpty();
    long[] first = model.state().clone();
    for (CpuSymmetry pair : pairs) {
      assertThat(image(pair, first)).as("the beginning, %s", pair).isEqualTo(first);
    }
    for (int i = 0; i < walks; i++) {
      model.load(first);
      Random random = new Random(seed + i);
      for (int step = 0; step < steps && step(model, pairs, random, tally); step++) {}
    }
  }

  /** Tries everything that can happen with one pair, and makes one of these choices. */
  private static boolean step(Model model, List<CpuSymmetry> pairs, Random random, Tally tally) {
    Ints choices = new Ints();
    if (!model.ended()) {
      model.choices(model.quiescent(), choices);
    }
    if (choices.size() == 0) {
      return false;
    }
    long[] state = model.state().clone();
    CpuSymmetry pair = pairs.get(random.nextInt(pairs.size()));
    long[] swapped = image(pair, state);
    assertThat(image(pair, swapped)).isEqualTo(state);
    for (int i = 0; i < choices.size(); i++) {
      model.load(state);
      model.make(choices.get(i));
      long[] after = image(pair, model.state());
      model.load(swapped);
      model.make(pair.choice(choices.get(i)));
      compare(model, after, tally);
    }
    model.load(state);
    model.make(choices.get(random.nextInt(choices.size())));
    return true;
  }

  private static long[] image(CpuSymmetry pair, long[] state) {
    long[] image = new long[state.length];
    pair.apply(state, image);
    return image;
  }

  private static void compare(Model model, long[] expected, Tally tally) {
    tally.tried++;
    tally.same += Arrays.equals(model.state(), expected) ? 1 : 0;
    for (int i = 0; i < expected.length; i++) {
      if (model.state()[i] != expected[i]) {
        tally.differ.merge(name(model.machine(), i), 1, Integer::sum);
      }
    }
  }

  private static String name(Machine machine, int index) {
    List<Integer> parts = new ArrayList<>();
    for (int part = 0; part < machine.wiring().parts(); part++) {
      if (machine.offset(part) <= index) {
        parts.add(part);
      }
    }
    int part = parts.get(parts.size() - 1);
    int word = index - machine.offset(part);
    boolean memory = part == machine.wiring().memory();
    return machine.partName(part) + " " + (memory ? machine.wordName(word) : "word " + word);
  }
}
