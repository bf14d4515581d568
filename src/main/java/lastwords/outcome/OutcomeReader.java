package lastwords.outcome;

import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.machine.Machine;
import lastwords.machine.Stuck;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.part.Firmware;
import lastwords.outcome.Ending.Cause;

/** Reads the outcome off a machine's final state. */
public final class OutcomeReader {
  private final Machine machine;
  private final Ending ending;
  private final Survey survey;

  private OutcomeReader(Machine machine, Ending ending) {
    this.machine = machine;
    this.ending = ending;
    this.survey = new Survey(machine, ending);
  }

  public static Outcome of(Machine machine, Ending ending) {
    return new OutcomeReader(machine, ending).outcome();
  }

  private Outcome outcome() {
    End end = end();
    boolean starves = end == End.LIVELOCK && ending.cause() == Cause.STARVED;
    boolean hang = end == End.HANG;
    int subject = subject();
    Cpu cpu = machine.cpu(Math.max(0, subject));
    boolean waits = hang || starves && Stuck.is(cpu);
    String at = waits ? "cpu" + subject + ":" + survey.awaited(cpu) : "";
    String in = hang || starves ? survey.place(cpu) : "";
    return new Outcome(end, at, in, console(end), pstore(), kdump(end), notStopped());
  }

  /**
   * The CPU that the outcome is about: the panicking CPU, otherwise the first one that is stuck,
   * otherwise -1.
   */
  private int subject() {
    int panics = machine.firmware().panicCpu();
    for (int i = 0; panics < 0 && i < machine.cpus(); i++) {
      boolean stuck = Stuck.is(machine.cpu(i)) && !Survey.stopped(machine.cpu(i));
      panics = stuck ? i : panics;
    }
    return panics;
  }

  private End end() {
    return machine.firmware().crash().jumped() < 0 || givenUp() ? withoutCrashKernel() : End.KDUMP;
  }

  /** Was the run ended by a limit, or by the user, before the crash kernel was done? */
  private boolean givenUp() {
    boolean ended = machine.firmware().end() != Firmware.END_NONE;
    boolean bound = ending.cause() == Cause.LIMIT || ending.cause() == Cause.INTERRUPTED;
    return bound && !ended && !machine.firmware().crash().saved();
  }

  private End withoutCrashKernel() {
    return switch (machine.firmware().end()) {
      case Firmware.END_RESET -> End.REBOOT;
      case Firmware.END_POWER_OFF -> End.POWER_OFF;
      case Firmware.END_HYPERVISOR -> End.GONE;
      default -> undisturbed();
    };
  }

  /** The end of a machine that the firmware did not end. */
  private End undisturbed() {
    if (ending.cause() == Cause.INTERRUPTED) {
      return End.INTERRUPTED;
    }
    if (ending.cause() == Cause.LIMIT) {
      return End.UNDECIDED;
    }
    return machine.firmware().finalLoop() ? finished() : unfinished();
  }

  private End finished() {
    if (anotherRuns()) {
      return End.ALIVE;
    }
    Cpu cpu = machine.cpu(machine.firmware().panicCpu());
    if (cpu.leftFinalLoop()) {
      return End.SCHEDULING;
    }
    boolean left = Survey.runsSystem(cpu) && !survey.inFinalLoop(cpu);
    return !left ? End.LOOP : Survey.idle(cpu) ? End.DEAD : End.SCHEDULING;
  }

  private End unfinished() {
    int subject = subject();
    boolean quiet = ending.cause() == Cause.QUIESCENT || ending.cause() == Cause.STUCK;
    if (ending.cause().goesRound()) {
      return End.LIVELOCK;
    }
    if (subject < 0 || (!panicked() && !quiet)) {
      return runs() ? End.ALIVE : End.DEAD;
    }
    Cpu cpu = machine.cpu(subject);
    if (Survey.idle(cpu)) {
      return machine.firmware().panics() && !anotherRuns() ? End.DEAD : End.ALIVE;
    }
    if (survey.unanswered(cpu)) {
      return End.HANG;
    }
    boolean sends = cpu.mode() == CpuMode.UART && !machine.uart(cpu.awaited().uart()).wedged();
    boolean stuck = Stuck.is(cpu) && !sends;
    return stuck || quiet ? End.HANG : End.LIVELOCK;
  }

  /** Does a CPU other than the panicking one run the system? */
  private boolean anotherRuns() {
    return runs(machine.firmware().panicCpu());
  }

  /** Does any CPU run the system? */
  private boolean runs() {
    return ending.cause() == Cause.ENDLESS || runs(-1);
  }

  private boolean runs(int but) {
    for (int i = 0; i < machine.cpus(); i++) {
      if (i != but && Survey.runsSystem(machine.cpu(i))) {
        return true;
      }
    }
    return false;
  }

  private boolean panicked() {
    return machine.firmware().panicCpu() >= 0;
  }

  private ConsoleWord console(End end) {
    return panicked() ? SaidWords.reach(machine, end.over()) : ConsoleWord.NOT_APPLICABLE;
  }

  private PstoreWord pstore() {
    boolean none = machine.pram().zones() == 0 || !panicked();
    return none ? PstoreWord.NOT_APPLICABLE : new Records(machine).word();
  }

  private KdumpWord kdump(End end) {
    if (end != End.KDUMP) {
      boolean loaded = machine.firmware().crashImage() && panicked();
      return loaded ? KdumpWord.NOT_TAKEN : KdumpWord.NOT_APPLICABLE;
    }
    if (!machine.firmware().crash().saved()) {
      boolean reset = machine.firmware().end() != Firmware.END_NONE;
      return reset ? KdumpWord.BROKEN : KdumpWord.HANG;
    }
    return survey.withoutRegisters().isEmpty() ? KdumpWord.OK : KdumpWord.NO_REGS;
  }

  private SortedMap<Integer, String> notStopped() {
    SortedMap<Integer, String> running = new TreeMap<>();
    for (int i = 0; panicked() && i < machine.cpus(); i++) {
      Cpu cpu = machine.cpu(i);
      if (i != machine.firmware().panicCpu() && !Survey.stopped(cpu)) {
        running.put(i, survey.notStopped(cpu, Survey.SHORT));
      }
    }
    return running;
  }
}
