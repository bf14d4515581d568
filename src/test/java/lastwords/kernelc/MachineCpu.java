package lastwords.kernelc;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.engine.Simulator;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.bus.HostActions;
import lastwords.machine.bus.LockKind;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepSink;
import lastwords.machine.bus.Timing;
import lastwords.scenario.Limits;
import lastwords.scenario.Setup;

/**
 * Runs a program on a real machine with one CPU; collects what trace() writes, and the first trap.
 */
final class MachineCpu {
  private static final Limits LIMITS =
      new Limits(20_000_000_000L, 1_000_000_000L, 1_000_000L, 2_000_000L);

  private final KernelImage image;
  private final Map<String, List<Long>> traced = new LinkedHashMap<>();
  private int trap = -1;

  MachineCpu(KernelImage image) {
    this.image = image;
  }

  Map<String, List<Long>> traced() {
    return traced;
  }

  /** The vector of the first trap, or -1. */
  int trap() {
    return trap;
  }

  void run(int function) {
    MachineConfig.Pram none = new MachineConfig.Pram(0, 0);
    MachineConfig machine =
        new MachineConfig(
            "test",
            1,
            true,
            LockKind.QUEUED,
            List.of(),
            none,
            false,
            false,
            HostActions.USUAL,
            Timing.DEFAULT);
    StepSink sink = it -> step(it.pc(), it.operation(), it.target(), it.argument());
    Simulator.run(new Setup(image, machine, List.of(function), List.of(), LIMITS), 1, sink);
  }

  private void step(int pc, Operation operation, long target, long argument) {
    if (operation == Operation.TRAP && trap < 0) {
      trap = (int) target;
    } else if (operation == Operation.TRACE) {
      String place = TestProgram.place(image.functionAt(pc).file(), image.lineAt(pc));
      traced.computeIfAbsent(place, key -> new ArrayList<>()).add(argument);
    }
  }
}
