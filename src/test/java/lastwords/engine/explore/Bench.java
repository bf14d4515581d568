package lastwords.engine.explore;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;
import lastwords.engine.BootedSetup;
import lastwords.kernelc.Compilation;
import lastwords.kernelc.KernelCompiler;
import lastwords.kernelc.SourceFile;
import lastwords.machine.bus.HostActions;
import lastwords.machine.bus.LockKind;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.MachineConfig.Pram;
import lastwords.machine.bus.MachineConfig.Uart;
import lastwords.machine.bus.MachineConfig.UartType;
import lastwords.machine.bus.StepSink;
import lastwords.machine.bus.Timing;
import lastwords.scenario.Limits;
import lastwords.scenario.Setup;

/** A machine for exploring kernel C: CPU n runs the function {@code cpu<n>()}. */
public final class Bench {
  public static final Bounds BOUNDS = new Bounds(500_000, Integer.MAX_VALUE, 500_000_000);
  public static final Search SEARCH = Search.DEFAULT.withBounds(BOUNDS);
  private static final Limits LIMITS =
      new Limits(2_000_000_000L, 1_000_000_000L, 1_000_000, 200_000);

  private Bench() {}

  public static Setup setup(String source) {
    return setup(source, Timing.DEFAULT);
  }

  public static Setup setup(String source, Timing timing) {
    return setup(source, timing, LockKind.QUEUED);
  }

  public static Setup setup(String source, LockKind locks) {
    return setup(source, Timing.DEFAULT, locks);
  }

  private static Setup setup(String source, Timing timing, LockKind locks) {
    Compilation done =
        KernelCompiler.compile(List.of(new SourceFile("cpu.c", source, 0)), Map.of());
    assertThat(done.diagnostics()).as(source).isEmpty();
    List<Integer> entries = new ArrayList<>();
    OptionalInt entry = done.image().orElseThrow().function("cpu0");
    while (entry.isPresent()) {
      entries.add(entry.getAsInt());
      entry = done.image().orElseThrow().function("cpu" + entries.size());
    }
    List<Uart> uarts = List.of(new Uart("ttyS0", UartType.I8250, 1_000));
    MachineConfig config =
        new MachineConfig(
            "bench",
            entries.size(),
            true,
            locks,
            uarts,
            new Pram(0, 0),
            false,
            false,
            HostActions.USUAL,
            timing);
    return new Setup(done.image().orElseThrow(), config, entries, List.of(), LIMITS);
  }

  public static Exploration explore(String source) {
    return Explorer.explore(setup(source), false, BOUNDS, Explorer.Listener.NONE);
  }

  public static Exploration explore(Setup setup) {
    return Explorer.explore(setup, false, BOUNDS, Explorer.Listener.NONE);
  }

  /** Without reduction: every state. */
  static Exploration full(String source) {
    return explore(source, SEARCH.withReduced(false));
  }

  public static Exploration explore(String source, Search search) {
    return Explorer.explore(setup(source), search, Explorer.Listener.NONE);
  }

  public static Exploration earlyTimeouts(String source) {
    return Explorer.explore(setup(source), true, BOUNDS, Explorer.Listener.NONE);
  }

  /** The outcomes, in short. */
  public static Set<String> outcomes(Exploration exploration) {
    Set<String> all = new TreeSet<>();
    exploration.findings().forEach(finding -> all.add(finding.outcome().summary()));
    return all;
  }

  /** The outcomes of this many seeds. */
  public static Set<String> simulated(Setup setup, int seeds) {
    BootedSetup booted = new BootedSetup(setup);
    Set<String> all = new TreeSet<>();
    for (long seed = 1; seed <= seeds; seed++) {
      all.add(booted.run(seed, StepSink.NONE).outcome().summary());
    }
    return all;
  }
}
