package lastwords.trace;

import java.util.List;
import java.util.Map;
import lastwords.kernelc.KernelCompiler;
import lastwords.kernelc.SourceFile;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.Machine;
import lastwords.machine.bus.HostActions;
import lastwords.machine.bus.LockKind;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.MachineConfig.Pram;
import lastwords.machine.bus.Timing;

/**
 * A machine with a kernel of two functions, two variables and a lock, to have something to name.
 */
final class SmallKernel {
  private static final String SOURCE =
      """
      int panic_cpu = -1;
      DEFINE_RAW_SPINLOCK(logbuf_lock);
      struct buf { int first; int second; };
      DEFINE_PER_CPU(struct buf, buf);
      __interrupt(2) void handler(void)
      {
        per_cpu(buf.second, 0) = 7;
      }
      void panic(void)
      {
        lw_said("hello\\n", true);
        raw_spin_lock(&logbuf_lock);
        panic_cpu = 0;
      }
      """;

  private final KernelImage image =
      KernelCompiler.compile(List.of(new SourceFile("v5.2/panic.c", SOURCE, 0)), Map.of())
          .image()
          .orElseThrow();
  private final Machine machine =
      new Machine(
          image,
          new MachineConfig(
              "small",
              2,
              true,
              LockKind.QUEUED,
              List.of(),
              new Pram(0, 0),
              false,
              false,
              HostActions.USUAL,
              Timing.DEFAULT),
          List.of());

  StepNames names() {
    return new StepNames(machine);
  }

  /** The first instruction of a function. */
  int pc(String function) {
    return image.functions().get(image.function(function).orElseThrow()).entry();
  }

  /** The number of the lock. */
  long lock() {
    return 0;
  }

  /** The address of a CPU's copy of buf.second. */
  long second(int cpu) {
    return image.data().length + cpu * image.perCpu().length + 1;
  }

  long panicCpu() {
    return image.global("panic_cpu").address();
  }

  long hello() {
    return machine.texts().pointer("hello\n");
  }
}
