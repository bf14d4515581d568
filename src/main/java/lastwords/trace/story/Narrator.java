package lastwords.trace.story;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.part.InterruptController;
import lastwords.trace.StepNames;

/** Turns steps into moments: a step makes one moment of the story, several, or none. */
final class Narrator {
  private final StepNames names;
  private final Foresight foresight;
  private final boolean everyLock;
  private final Consumer<Moment> out;
  private final LockHolders locks = new LockHolders();
  private final Set<Long> own = new HashSet<>(); // CPU and vector of self-IPIs

  private final Set<Integer> over = new HashSet<>(); // CPUs that have finished

  Narrator(StepNames names, Foresight foresight, boolean everyLock, Consumer<Moment> out) {
    this.names = names;
    this.foresight = foresight;
    this.everyLock = everyLock;
    this.out = out;
  }

  void step(StepRecord step) {
    Optional<LockHolders.Hold> wait = locks.waitEndedBy(step);
    boolean got = wait.isPresent() && got(step, wait.get());
    if (!got || step.operation() != Operation.LOCK) {
      told(step);
    }
    locks.apply(step);
  }

  private void told(StepRecord step) {
    switch (step.operation()) {
      case NOTE -> note(step);
      case LOCK -> lock(step);
      case TRYLOCK -> trylock(step);
      case UNLOCK -> unlock(step);
      case IS_LOCKED -> isLocked(step);
      case LOCK_INIT -> lockInit(step);
      case SEND_IPI -> send(step);
      case TIMER -> own.add(Foresight.key(step.cpu(), step.target()));
      case DELIVER -> deliver(step);
      case INTERRUPT -> interrupt(step);
      case SPIN, WATCH, WATCH_LOCK, HALT, DELAY -> waits(step);
      case UART_TX -> tell(step, Kind.CONSOLE, target(step), uart(step));
      case PRAM_WRITE -> tell(step, Kind.RECORD, target(step), record(step));
      case FIRMWARE -> firmware(step);
      case TRAP -> tell(step, Kind.INTERRUPT, target(step), "runs into " + target(step) + "()");
      case DROP -> tell(step, Kind.FAULT, target(step), target(step) + "() is lost");
      case STALL -> cpu(step, "stalls");
      case RESUME -> cpu(step, "goes on");
      case WEDGE -> cpu(step, "is lost, as after a triple fault");
      case FAULT -> tell(step, Kind.FAULT, target(step), fault(step));
      case END -> tell(step, Kind.FAULT, target(step), names.what(step));
      case TRACE -> tell(step, Kind.STEP, "", names.what(step));
      case LOAD, STORE, XCHG, CMPXCHG, ADD, OR, AND, TEXT, RANDOM, COMPUTE, RETRY, WAKE -> {}
      case IRQS_ON, RETURN, BREAKPOINT, UART_STOP, WATCH_STAGING -> {}
    }
  }

  /** On a cluster, other parts are also told about it. */
  private void cpu(StepRecord step, String does) {
    if (step.cpu() >= 0) {
      tell(step, Kind.FAULT, "", does);
    }
  }

  private static String fault(StepRecord step) {
    boolean ends = step.argument() == StepRecord.FAULT_ENDS;
    return "fault " + step.target() + (ends ? " ends" : " begins");
  }

  private String target(StepRecord step) {
    return names.target(step);
  }

  private void note(StepRecord step) {
    switch (names.builtin(step)) {
      case PANIC_BEGINS -> tell(step, Kind.PANIC, "", "panics");
      case OOPS_BEGINS -> tell(step, Kind.PANIC, "", "oopses");
      case OFFLINE -> tell(step, Kind.PANIC, "", "is offline from here on");
      case FINAL_LOOP -> {
        over.add(step.cpu());
        tell(step, Kind.END, "", "has reached the last loop of the panic");
      }
      case CRASH_SAID -> tell(step, Kind.MESSAGE, "", "says " + names.value(step.argument()));
      case SAID -> tell(step, Kind.MESSAGE, "", "says " + names.value(step.argument()));
      default -> {
        // the observer's own steps are not part of the story
      }
    }
  }

  private void lock(StepRecord step) {
    if (step.result() != 0) {
      if (matters(step.seq())) {
        tell(step, Kind.LOCK, target(step), "takes " + target(step));
      }
    } else if (everyLock || foresight.lockWait(step.seq()) >= Foresight.WORTH_TELLING) {
      long nanos = foresight.lockWait(step.seq());
      String still = nanos == Foresight.STILL ? "still " : "";
      String forever = nanos == Foresight.TO_THE_END ? ", to the end" : "";
      String what = still + "waits for " + target(step) + held(step) + forever;
      tell(step, Kind.WAIT, target(step), what);
    } else {
      foresight
          .shortWaits(step.cpu(), step.target())
          .filter(all -> all.first() == step.seq())
          .ifPresent(all -> shortWait(step, all));
    }
  }

  private void shortWait(StepRecord step, Foresight.ShortWaits all) {
    String first = "waits " + Spans.text(foresight.lockWait(step.seq())) + " for " + target(step);
    String more =
        all.times() == 1
            ? ""
            : "; " + (all.times() - 1) + " x more, " + Spans.text(all.nanos()) + " in all";
    tell(step, Kind.WAIT, target(step), first + held(step) + more);
  }

  /** Tells the end of a wait that was told; false if it was not. */
  private boolean got(StepRecord step, LockHolders.Hold wait) {
    long nanos = step.nanos() - wait.nanos();
    boolean told = everyLock || nanos >= Foresight.WORTH_TELLING;
    if (told) {
      String lock = names.lock(wait.lock());
      tell(step, Kind.LOCK, lock, "gets " + lock + " after " + Spans.text(nanos));
    }
    return told;
  }

  /** As a relative clause; empty if the trace does not show who holds the lock. */
  private String held(StepRecord step) {
    return locks
        .holder(step.target())
        .map(hold -> hold.cpu() == step.cpu() ? ", which it holds itself" : which(hold))
        .orElse("");
  }

  private static String which(LockHolders.Hold hold) {
    return ", which cpu" + hold.cpu() + " holds";
  }

  private void trylock(StepRecord step) {
    if (step.result() == 0) {
      tell(step, Kind.LOCK, target(step), "does not get " + target(step) + held(step));
    } else if (matters(step.seq())) {
      tell(step, Kind.LOCK, target(step), "takes " + target(step));
    }
  }

  private void unlock(StepRecord step) {
    boolean told = locks.holder(step.target()).filter(hold -> matters(hold.seq())).isPresent();
    if (told || everyLock) {
      tell(step, Kind.LOCK, target(step), "releases " + target(step));
    }
  }

  private boolean matters(long seq) {
    return everyLock || foresight.isWanted(seq);
  }

  private void isLocked(StepRecord step) {
    if (step.result() != 0) {
      tell(step, Kind.LOCK, target(step), "finds " + target(step) + " locked");
    } else if (everyLock) {
      tell(step, Kind.LOCK, target(step), "finds " + target(step) + " free");
    }
  }

  private void lockInit(StepRecord step) {
    if (everyLock || locks.holder(step.target()).isPresent()) {
      tell(step, Kind.LOCK, target(step), "makes " + target(step) + " anew" + held(step));
    }
  }

  private void send(StepRecord step) {
    long others = step.argument();
    if (others == 1L << step.cpu()) {
      own.add(Foresight.key(step.cpu(), step.target()));
      return;
    }
    String to = StepNames.cpus(others);
    tell(step, Kind.INTERRUPT, target(step), "sends " + interruptName(step) + " to " + to);
  }

  private String interruptName(StepRecord step) {
    return isNmi(step) ? "an NMI" : target(step) + "()";
  }

  private static boolean isNmi(StepRecord step) {
    return step.target() == InterruptController.NMI_VECTOR;
  }

  private void deliver(StepRecord step) {
    if (foresight.isNeverTaken(step) && !isOwn(step)) {
      String what = isNmi(step) ? "an NMI" : target(step) + "()";
      String takes = foresight.goesOn() ? "has not taken " : "never takes ";
      tell(step, Kind.INTERRUPT, target(step), takes + what + ", which arrives here");
    }
  }

  private void interrupt(StepRecord step) {
    if (isNmi(step) || !isOwn(step)) {
      tell(step, Kind.INTERRUPT, target(step), "takes " + interruptName(step));
    }
  }

  private boolean isOwn(StepRecord step) {
    return own.contains(Foresight.key(step.cpu(), step.target()));
  }

  private void waits(StepRecord step) {
    foresight.wait(step).ifPresent(nanos -> waits(step, nanos));
  }

  private void waits(StepRecord step, long nanos) {
    if (nanos >= Foresight.STILL) {
      stays(step);
    } else if (nanos >= Foresight.WORTH_TELLING) {
      tell(step, Kind.WAIT, "", "waits for " + Spans.text(nanos));
    }
  }

  private void stays(StepRecord step) {
    boolean irqsOff = (step.context() & CpuContext.IRQS_OFF) != 0;
    String off = irqsOff ? ", interrupts off" : "";
    String on = foresight.goesOn() ? "" : " from here on";
    if (step.operation() == Operation.HALT) {
      tell(step, Kind.WAIT, "", irqsOff ? "halts with interrupts off" : "idles" + on);
    } else if (!over.contains(step.cpu())) {
      tell(step, Kind.WAIT, "", "spins" + on + off);
    }
  }

  private String uart(StepRecord step) {
    String line = names.value(step.argument());
    boolean whole = step.result() != 0;
    return (whole ? "sends to " : "sends nothing to ") + target(step) + ": " + line;
  }

  private String record(StepRecord step) {
    boolean failed = step.result() < 0;
    String what = failed ? "cannot write a pstore record: " : "writes a pstore record: ";
    return what + (failed ? "error " : "") + step.result() + (failed ? "" : " bytes");
  }

  private void firmware(StepRecord step) {
    Optional<String> text =
        HardwareCalls.text(names.builtin(step), names.textOf(step.argument()), step.result());
    text.ifPresent(it -> tell(step, Kind.FIRMWARE, names.builtin(step).cName(), it));
  }

  private void tell(StepRecord step, Kind kind, String subject, String text) {
    out.accept(Moment.of(step, names, kind, subject, text));
  }
}
