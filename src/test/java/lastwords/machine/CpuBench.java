package lastwords.machine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import lastwords.engine.LocalHost;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.KernelCompiler;
import lastwords.kernelc.SourceFile;
import lastwords.kernelc.image.KernelImage;
import lastwords.machine.bus.HostActions;
import lastwords.machine.bus.LockKind;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.MachineConfig.Pram;
import lastwords.machine.bus.MachineConfig.Uart;
import lastwords.machine.bus.MachineConfig.UartType;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;
import lastwords.machine.bus.Timing;
import lastwords.machine.bus.Trigger;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.fault.CpuFault.CorruptIdt;
import lastwords.machine.fault.CpuFault.StallCpu;
import lastwords.machine.fault.Fault;
import lastwords.scenario.Limits;
import lastwords.scenario.Setup;

/**
 * A machine for trying kernel C: CPU n runs the function {@code cpu<n>()}, one 8250 with {@link
 * #CHAR_NANOS} per character, costs without jitter.
 */
record CpuBench(boolean nmi, LockKind locks, List<Fault> faults, Timing timing) {
  static final long CHAR_NANOS = 1_000;

  /**
   * An instruction, a load or store, an atomic or lock operation, …, an IPI's and an NMI's latency,
   * an iteration of spinning.
   */
  static final Timing TIMING =
      new Timing(1, 10, 25, 150, 200, 1_000, 1_500, 40, 0, 20_000, 0, 0, 0);

  static final CpuBench STANDARD = new CpuBench(true, LockKind.QUEUED, List.of(), TIMING);

  private static final Limits LIMITS =
      new Limits(5_000_000_000L, 1_000_000_000L, 1_000_000, 200_000);

  CpuBench withoutNmi() {
    return new CpuBench(false, locks, faults, timing);
  }

  CpuBench withTestAndSetLocks() {
    return new CpuBench(nmi, LockKind.TEST_AND_SET, faults, timing);
  }

  CpuBench with(Fault fault) {
    return new CpuBench(nmi, locks, List.of(fault), timing);
  }

  /** With delays that take this many ns longer than requested. */
  CpuBench withDelayOverhead(long nanos) {
    Timing slower = new Timing(1, 10, 25, 150, 200, 1_000, 1_500, 40, nanos, 20_000, 0, 0, 0);
    return new CpuBench(nmi, locks, faults, slower);
  }

  /** Stalls a CPU at a time, for this long (-1: for ever). */
  static Fault stall(int cpu, long atNanos, long nanos) {
    OptionalLong lasting = nanos < 0 ? OptionalLong.empty() : OptionalLong.of(nanos);
    return new StallCpu(0, cpu, lasting, Trigger.at(atNanos));
  }

  static Fault corruptIdt(int cpu) {
    return new CorruptIdt(0, cpu, Trigger.at(0));
  }

  /** Compiles it, which must succeed. */
  static KernelImage compile(String source) {
    Compilation done =
        KernelCompiler.compile(List.of(new SourceFile("cpu.c", source, 0)), Map.of());
    assertThat(done.diagnostics()).isEmpty();
    return done.image().orElseThrow();
  }

  /** Runs kernel C until nothing happens any more. */
  static Ran run(String source) {
    return STANDARD.go(source);
  }

  Ran go(String source) {
    KernelImage image = compile(source);
    List<Integer> entries = entries(image);
    List<Uart> uarts = List.of(new Uart("ttyS0", UartType.I8250, CHAR_NANOS));
    MachineConfig config =
        new MachineConfig(
            "bench",
            entries.size(),
            nmi,
            locks,
            uarts,
            new Pram(2, 64),
            true,
            false,
            HostActions.USUAL,
            timing);
    Setup setup = new Setup(image, config, entries, faults, LIMITS);
    Machine machine = Simulator.booted(setup);
    Ran ran = new Ran(machine);
    ran.result = Simulator.run(setup, 1, ran, new LocalHost(machine));
    return ran;
  }

  private static List<Integer> entries(KernelImage image) {
    List<Integer> entries = new ArrayList<>();
    OptionalInt entry = image.function("cpu0");
    while (entry.isPresent()) {
      entries.add(entry.getAsInt());
      entry = image.function("cpu" + entries.size());
    }
    return entries;
  }

  /** The result. */
  static final class Ran implements StepSink {
    private final Machine machine;
    private final List<Long> values = new ArrayList<>();
    private final List<String> lines = new ArrayList<>();
    private final List<Long> times = new ArrayList<>();
    private final List<Integer> contexts = new ArrayList<>();
    private final int[] steps;
    private RunResult result;

    private Ran(Machine machine) {
      this.machine = machine;
      this.steps = new int[machine.cpus()];
    }

    @Override
    public void step(StepRecord step) {
      if (step.operation() == Operation.TRACE) {
        values.add(step.argument());
        lines.add("cpu" + step.cpu() + " " + step.argument());
        times.add(step.nanos());
        contexts.add(step.context());
      }
      if (step.pc() >= 0) {
        steps[step.cpu()]++;
      }
    }

    /** What all CPUs traced, in order of time. */
    List<Long> traced() {
      return values;
    }

    /** As above, with the CPU: {@code cpu1 42}. */
    List<String> lines() {
      return lines;
    }

    /** The contexts of the steps that traced them, with their flags. */
    List<Integer> contexts() {
      return contexts;
    }

    /** Nanoseconds from the first value traced to the last. */
    long span() {
      return times.get(times.size() - 1) - times.get(0);
    }

    /** When the value with this index was traced. */
    long time(int index) {
      return times.get(index);
    }

    /** Number of steps of a CPU. */
    int steps(int cpu) {
      return steps[cpu];
    }

    Cpu cpu(int number) {
      return machine.cpu(number);
    }

    CpuMode mode(int cpu) {
      return machine.cpu(cpu).mode();
    }

    List<String> console() {
      return machine.uart(0).lines();
    }

    RunResult result() {
      return result;
    }
  }
}
