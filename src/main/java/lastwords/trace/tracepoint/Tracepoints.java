package lastwords.trace.tracepoint;

import static lastwords.trace.tracepoint.TracepointEvent.HARDIRQ;
import static lastwords.trace.tracepoint.TracepointEvent.IRQS_OFF;
import static lastwords.trace.tracepoint.TracepointEvent.IRQS_UNKNOWN;
import static lastwords.trace.tracepoint.TracepointEvent.NMI;
import static lastwords.trace.tracepoint.TracepointEvent.SOFTIRQ;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.part.InterruptController;
import lastwords.trace.StepNames;
import lastwords.trace.story.LockHolders;

/**
 * Determines which tracepoints a kernel on real hardware would have hit: one or two for each step.
 */
public final class Tracepoints {
  private static final int SPIN = 1; // of lock:contention_begin
  private static final int TRY = 1; // of lock:lock_acquire
  private static final int ASLEEP = 1; // of power:cpu_idle
  private static final int AWAKE = -1;
  private static final long TRAPPED = -1; // in place of a vector

  /** Receives events, in order. */
  @FunctionalInterface
  public interface Sink {
    void accept(TracepointEvent event) throws IOException;
  }

  /**
   * An interrupt or trap that a CPU is in.
   *
   * @param level the context of its handler
   */
  private record Entered(long vector, int level, long nanos) {}

  private final StepNames names;
  private final KernelSymbols symbols;
  private final Sink out;
  private final LockHolders locks = new LockHolders();
  private final Set<Long> sent = new HashSet<>(); // vectors that CPUs send to each other
  private final Map<Integer, Deque<Entered>> interrupts = new HashMap<>(); // by CPU
  private final Set<Integer> asleep = new HashSet<>(); // sleeping CPUs

  public Tracepoints(StepNames names, KernelSymbols symbols, Sink out) {
    this.names = names;
    this.symbols = symbols;
    this.out = out;
  }

  /** The task that represents a CPU; the one after all CPUs represents what no CPU did. */
  public static int pid(int cpu, int cpus) {
    return (cpu < 0 ? cpus : cpu) + 1;
  }

  /** Takes a step of the run, in order. */
  public void step(StepRecord step) throws IOException {
    Optional<LockHolders.Hold> wait = locks.waitEndedBy(step);
    if (wait.isPresent()) {
      String lock = names.lock(wait.get().lock());
      event(step, Tracepoint.CONTENTION_END, symbols.lock(lock), 0, lock);
    }
    if (step.pc() >= 0 && asleep.remove(step.cpu())) {
      event(step, Tracepoint.CPU_IDLE, AWAKE, step.cpu());
    }
    hit(step);
    locks.apply(step);
  }

  private void hit(StepRecord step) throws IOException {
    switch (step.operation()) {
      case LOCK, TRYLOCK -> lock(step);
      case UNLOCK ->
          event(
              step, Tracepoint.LOCK_RELEASE, names.target(step), symbols.lock(names.target(step)));
      case SEND_IPI -> send(step);
      case INTERRUPT -> enter(step);
      case TRAP, BREAKPOINT -> {
        entered(step).push(new Entered(TRAPPED, level(step), step.nanos()));
        plain(step);
      }
      case RETURN -> leave(step);
      case NOTE -> note(step);
      case HALT -> halt(step);
      default -> plain(step);
    }
  }

  private void plain(StepRecord step) throws IOException {
    event(
        step,
        Tracepoint.STEP,
        step.operation().word(),
        names.target(step),
        names.what(step),
        names.function(step.pc()),
        names.place(step.pc()));
  }

  private void lock(StepRecord step) throws IOException {
    String name = names.target(step);
    boolean tries = step.operation() == Operation.TRYLOCK;
    if (step.result() != 0) {
      event(step, Tracepoint.LOCK_ACQUIRE, tries ? TRY : 0, name, symbols.lock(name));
    } else if (tries) {
      plain(step); // lockdep is told only about those that succeed
    } else {
      event(step, Tracepoint.CONTENTION_BEGIN, symbols.lock(name), SPIN, name);
    }
  }

  private void send(StepRecord step) throws IOException {
    sent.add(step.target());
    long from = symbols.function(names.function(step.pc()));
    long handler = symbols.function(names.target(step));
    long cpus = step.argument();
    if (Long.bitCount(cpus) == 1) {
      event(step, Tracepoint.IPI_SEND_CPU, Long.numberOfTrailingZeros(cpus), from, handler);
    } else {
      event(step, Tracepoint.IPI_SEND_CPUMASK, cpus, from, handler);
    }
  }

  private Deque<Entered> entered(StepRecord step) {
    return interrupts.computeIfAbsent(step.cpu(), it -> new ArrayDeque<>());
  }

  private void enter(StepRecord step) throws IOException {
    boolean nmi = step.target() == InterruptController.NMI_VECTOR;
    int level = nmi ? CpuContext.NMI : CpuContext.HARDIRQ;
    entered(step).push(new Entered(step.target(), level, step.nanos()));
    if (nmi) {
      plain(step); // nmi:nmi_handler is recorded when it is over
    } else if (sent.contains(step.target())) {
      event(step, Tracepoint.IPI_ENTRY, names.target(step));
    } else {
      event(step, Tracepoint.IRQ_HANDLER_ENTRY, (int) step.target(), names.target(step));
    }
  }

  private void leave(StepRecord step) throws IOException {
    Deque<Entered> entered = entered(step);
    while (!entered.isEmpty() && entered.peek().level() > level(step)) {
      entered.pop(); // it never returned
    }
    Optional<Entered> over = Optional.ofNullable(entered.poll());
    if (over.isEmpty() || over.get().vector() == TRAPPED) {
      plain(step);
    } else {
      left(step, over.get());
    }
  }

  private void left(StepRecord step, Entered over) throws IOException {
    String handler = names.vector(over.vector());
    if (over.vector() == InterruptController.NMI_VECTOR) {
      long nanos = step.nanos() - over.nanos();
      event(step, Tracepoint.NMI_HANDLER, symbols.function(handler), nanos, 1);
    } else if (sent.contains(over.vector())) {
      event(step, Tracepoint.IPI_EXIT, handler);
    } else {
      event(step, Tracepoint.IRQ_HANDLER_EXIT, (int) over.vector(), 1);
    }
  }

  private void note(StepRecord step) throws IOException {
    Builtin builtin = names.builtin(step);
    if (builtin == Builtin.SAID || builtin == Builtin.CRASH_SAID) {
      event(step, Tracepoint.CONSOLE, names.textOf(step.argument()));
    } else {
      plain(step);
    }
  }

  /** With interrupts off it sleeps for ever: it is stopped, not idle. */
  private void halt(StepRecord step) throws IOException {
    if ((step.context() & CpuContext.IRQS_OFF) != 0) {
      plain(step);
    } else {
      asleep.add(step.cpu());
      event(step, Tracepoint.CPU_IDLE, ASLEEP, step.cpu());
    }
  }

  private void event(StepRecord step, Tracepoint tracepoint, Object... values) throws IOException {
    out.accept(
        new TracepointEvent(
            tracepoint,
            step.nanos(),
            Math.max(0, step.cpu()),
            pid(step.cpu(), names.cpus()),
            flags(step),
            List.of(values)));
  }

  /** trace-cmd shows no letter for an NMI, so the flag of an interrupt is set as well. */
  private static int flags(StepRecord step) {
    if (step.pc() < 0) {
      return IRQS_UNKNOWN;
    }
    int off = (step.context() & CpuContext.IRQS_OFF) == 0 ? 0 : IRQS_OFF;
    return off
        | switch (level(step)) {
          case CpuContext.TASK -> 0;
          case CpuContext.HARDIRQ -> HARDIRQ;
          case CpuContext.NMI -> NMI | HARDIRQ;
          default -> SOFTIRQ;
        };
  }

  private static int level(StepRecord step) {
    return step.context() & CpuContext.LEVEL;
  }
}
