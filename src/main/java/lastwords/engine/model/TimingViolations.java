package lastwords.engine.model;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import lastwords.engine.Host;
import lastwords.engine.LocalHost;
import lastwords.engine.Simulator;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.machine.Event;
import lastwords.machine.Machine;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.LastStep;
import lastwords.machine.bus.StepSink;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.scenario.Setup;

/**
 * The timed waits of a seeded run that ended although another CPU was making progress, which an
 * exploration without early timeouts does not allow.
 */
public final class TimingViolations implements Host {
  private static final int MOST = 3; // how many are listed
  private static final double NANOS_A_SECOND = 1e9;

  private final Machine machine;
  private final LocalHost host;
  private final EndlessLoops loops;
  private final long[] began; // when each CPU took its last step
  private final Map<String, Long> waits = new TreeMap<>(); // the longest of each kind, in ns

  private TimingViolations(Setup setup) {
    this.machine = Simulator.booted(setup);
    this.host = new LocalHost(machine);
    this.loops = EndlessLoops.of(setup.image());
    this.began = new long[machine.cpus()];
  }

  /** The longest of them in a seed's run, one per line, the longest first. */
  public static List<String> of(Setup setup, long seed) {
    TimingViolations waits = new TimingViolations(setup);
    Simulator.run(setup, seed, StepSink.NONE, waits);
    List<Map.Entry<String, Long>> all = new ArrayList<>(waits.waits.entrySet());
    all.sort(Map.Entry.comparingByValue(Comparator.reverseOrder()));
    return all.stream().limit(MOST).map(it -> text(it.getKey(), it.getValue())).toList();
  }

  private static String text(String kind, long nanos) {
    return String.format(Locale.ROOT, "%.6f s of %s", nanos / NANOS_A_SECOND, kind);
  }

  @Override
  public boolean apply(Event event, long now, long draw, Effects effects) {
    if (event instanceof Event.Timeout timeout) {
      passes(timeout.cpu());
    } else if (event instanceof Event.Step step) {
      began[step.cpu()] = now;
    }
    return host.apply(event, now, draw, effects);
  }

  private void passes(int number) {
    Cpu cpu = machine.cpu(number);
    long nanos = cpu.deadline() - began[number];
    for (int other = 0; other < machine.cpus(); other++) {
      if (other != number && progresses(machine.cpu(other))) {
        String kind =
            "cpu" + number + "'s wait " + place(cpu) + " passed while " + work(machine.cpu(other));
        waits.merge(kind, nanos, Math::max);
      }
    }
  }

  /** As in {@link EnabledActions#quiescent}. */
  private boolean progresses(Cpu cpu) {
    if (cpu.stalled() || cpu.mode() == CpuMode.LOST) {
      return false;
    }
    boolean works =
        switch (cpu.mode()) {
          case RUNNING, PARKING -> true;
          case DELAY -> cpu.awaited().betweenTurns() || brief(cpu);
          case UART -> machine.uart(cpu.awaited().uart()).sends(cpu.number());
          default -> false;
        };
    return cpu.takesInterrupt() || works && !cpu.within(loops::at);
  }

  /** A short delay counts as finite work. */
  private boolean brief(Cpu cpu) {
    return cpu.deadline() - began[cpu.number()] < EnabledActions.LONG_WAIT_NANOS;
  }

  private String work(Cpu cpu) {
    String does =
        cpu.mode() == CpuMode.UART
            ? " sent to " + machine.uart(cpu.awaited().uart()).name() + " "
            : " worked ";
    return "cpu" + cpu.number() + does + place(cpu);
  }

  private String place(Cpu cpu) {
    for (int pc : cpu.backtrace()) {
      FunctionInfo function = machine.image().functionAt(pc);
      if (!function.inline()) {
        return "in " + function.name() + "()";
      }
    }
    return "in its idle loop";
  }

  @Override
  public LastStep last(int cpu) {
    return host.last(cpu);
  }

  @Override
  public boolean runnable(int cpu) {
    return host.runnable(cpu);
  }

  @Override
  public long deadline(int cpu) {
    return host.deadline(cpu);
  }

  @Override
  public boolean stuck(int cpu) {
    return host.stuck(cpu);
  }

  @Override
  public Machine machine() {
    return machine;
  }

  @Override
  public Machine finished() {
    return machine;
  }
}
