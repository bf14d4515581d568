package lastwords.trace.perfetto;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.part.InterruptController;
import lastwords.trace.StepNames;
import lastwords.trace.story.InterruptPaths;
import lastwords.trace.story.InterruptPaths.Fate;
import lastwords.trace.story.Level;

/**
 * Writes a trace for Perfetto, packet by packet: a track for each CPU, one for each lock, a flow
 * for each interrupt from CPU to CPU. A flow always ends: where the interrupt is taken or lost, or
 * at the end of the trace.
 */
public final class PerfettoTrace {
  private static final int FIRST_CPU = 10; // smaller numbers are those of parents
  private static final int LONGEST_NAME = 80;

  private final Packets packets;
  private final StepNames names;
  private final Level level;
  private final Map<Integer, CpuTrack> cpus = new TreeMap<>();
  private final LockTracks locks;
  private final InterruptPaths paths = new InterruptPaths(this::over);
  private final List<InterruptPaths.End> taken = new ArrayList<>(); // by this step
  private final List<InterruptPaths.End> ended = new ArrayList<>(); // otherwise, by this step
  private long lastSeq;
  private long lastNanos;

  /**
   * @param title name of the process
   * @param level functions are shown from {@link Level#FUNCTIONS} on, locks from {@link
   *     Level#LOCKS} on, every step at {@link Level#ALL}
   */
  public PerfettoTrace(OutputStream out, StepNames names, String title, Level level)
      throws IOException {
    this.packets = new Packets(out);
    this.names = names;
    this.level = level;
    this.locks = new LockTracks(packets, names);
    packets.machine(title);
    for (int cpu = 0; cpu < names.cpus(); cpu++) {
      cpu(cpu);
    }
  }

  private CpuTrack cpu(int cpu) throws IOException {
    long track = FIRST_CPU + cpu;
    packets.track(track, Packets.MACHINE, cpu < 0 ? "machine" : "cpu" + cpu, false);
    return cpus.computeIfAbsent(cpu, it -> new CpuTrack(packets, track));
  }

  /** Receives the next step of the run. */
  public void step(StepRecord step) throws IOException {
    lastSeq = step.seq();
    lastNanos = step.nanos();
    List<InterruptPaths.Sent> sent = paths.step(step);
    CpuTrack track = cpu(step.cpu());
    if (step.pc() >= 0) {
      does(step, track);
    } else {
      happens(step, track);
    }
    if (!sent.isEmpty()) {
      instant(step, "irq", "sends " + sentTo(step), numbers(sent));
    } else if (level == Level.ALL) {
      instant(step, "step", names.what(step), List.of());
    } else {
      tell(step);
    }
    endings();
    if (level.shows(Level.LOCKS)) {
      locks.step(step);
    }
  }

  /** Ends the trace after the last step. */
  public void end() throws IOException {
    paths.end(lastSeq, lastNanos);
    endings();
  }

  private void does(StepRecord step, CpuTrack track) throws IOException {
    switch (step.operation()) {
      case INTERRUPT -> {
        boolean nmi = step.target() == InterruptController.NMI_VECTOR;
        List<Long> flows = taken.stream().map(it -> it.sent().number()).toList();
        track.enters(step, nmi ? CpuContext.NMI : CpuContext.HARDIRQ, names.target(step), flows);
        taken.clear();
      }
      case SPIN, HALT, DELAY, WATCH, WATCH_LOCK, WATCH_STAGING, UART_TX -> waits(step, track);
      case LOCK -> {
        if (step.result() == 0) {
          waits(step, track);
        } else {
          runs(step, track);
        }
      }
      default -> runs(step, track);
    }
  }

  private void runs(StepRecord step, CpuTrack track) throws IOException {
    track.runs(step, level.shows(Level.FUNCTIONS) ? names.function(step.pc()) : "");
  }

  private void waits(StepRecord step, CpuTrack track) throws IOException {
    runs(step, track);
    String what =
        switch (step.operation()) {
          case LOCK -> "waits for " + names.target(step);
          case UART_TX -> "sends to " + names.target(step);
          case HALT -> (step.context() & CpuContext.IRQS_OFF) == 0 ? "idles" : "is halted";
          case DELAY -> "delays";
          default -> "spins";
        };
    track.waits(step, what, names.place(step.pc()));
  }

  private static void happens(StepRecord step, CpuTrack track) throws IOException {
    switch (step.operation()) {
      case STALL -> track.stalls(step);
      case RESUME -> track.resumes(step);
      default -> {
        // shown as an instant, if at all
      }
    }
  }

  private void tell(StepRecord step) throws IOException {
    switch (step.operation()) {
      case NOTE -> {
        Builtin builtin = names.builtin(step);
        boolean says = builtin == Builtin.SAID || builtin == Builtin.CRASH_SAID;
        String text = says ? names.textOf(step.argument()) : names.what(step).substring(5);
        instant(step, says ? "printk" : "kernel", text.strip(), List.of());
      }
      case PRAM_WRITE, FIRMWARE, FAULT, WEDGE, TRAP, END ->
          instant(step, step.operation().word(), names.what(step), List.of());
      default -> {
        // shown by slices, or not at all
      }
    }
  }

  private void instant(StepRecord step, String category, String name, List<Long> flows)
      throws IOException {
    cpu(step.cpu()).instant(step.nanos(), category, cut(name), names.place(step.pc()), flows);
  }

  private static String cut(String name) {
    return name.length() <= LONGEST_NAME ? name : name.substring(0, LONGEST_NAME - 3) + "...";
  }

  private String sentTo(StepRecord step) {
    return names.target(step) + " to " + StepNames.cpus(step.argument());
  }

  private static List<Long> numbers(List<InterruptPaths.Sent> sent) {
    return sent.stream().map(InterruptPaths.Sent::number).toList();
  }

  private void over(InterruptPaths.End end) {
    (end.fate() == Fate.TAKEN ? taken : ended).add(end);
  }

  /** An interrupt that is not taken ends at an instant on the track of its target CPU. */
  private void endings() throws IOException {
    for (InterruptPaths.End end : ended) {
      String how = end.fate() == Fate.LOST ? "lost: " : "never taken: ";
      String what = how + names.vector(end.sent().vector());
      cpu(end.sent().to()).ending(end.nanos(), what, List.of(end.sent().number()));
    }
    ended.clear();
  }
}
