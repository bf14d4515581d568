package lastwords.bench;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import lastwords.engine.terminal.StateObserver;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Op;
import lastwords.machine.Machine;
import lastwords.outcome.Outcome;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.setting.Overrides;

/**
 * The model of the panic path with three healthy CPUs. {@code big} has 8.3 million states, {@code
 * small} (a wait ends only if it must) 0.74 million.
 */
enum PanicModel {
  SMALL(744_627, "1"),
  BIG(8_296_971, "0");

  private static final String SCENARIO = "src/bench/scenarios/panic-model.conf";

  private final int states;
  private final String patient;

  PanicModel(int states, String patient) {
    this.states = states;
    this.patient = patient;
  }

  /** Its number of states. */
  int states() {
    return states;
  }

  Setup setup() {
    Map<String, String> set = new LinkedHashMap<>();
    set.put("CONFIG_MODEL_PATIENT", patient);
    return Catalog.at(Path.of(System.getProperty("lastwords.home", "")))
        .scenario(SCENARIO)
        .variant("three-cpus", new Overrides(Optional.empty(), Optional.empty(), set))
        .setup();
  }

  /**
   * What has been printed when panic() is about to end: one bit for each of the model's 8 classes.
   */
  static final class Classes implements StateObserver {
    private final KernelImage image;
    private final int last; // the section in which panic() ends
    private int seen;

    Classes(KernelImage image) {
      this.image = image;
      int pc = find(Builtin.FINAL_LOOP, 0, 1);
      last = find(Builtin.SECTION_BEGIN, pc, -1);
    }

    /** The classes seen. */
    int seen() {
      return seen;
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
        seen |= 1 << out + 2 * dumped + 4 * all;
      }
    }

    private long word(Machine machine, String name) {
      return machine.memory().word(image.global(name).address());
    }

    @Override
    public void over(Machine machine, Outcome outcome) {}
  }
}
