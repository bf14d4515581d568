package lastwords.verdict;

import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.machine.Cpu;
import lastwords.machine.Firmware;
import lastwords.machine.Machine;
import lastwords.machine.Stuck;
import lastwords.verdict.Ending.Cause;

/** Reads the outcome off a machine's final state. */
public final class Verdict {
  private final Machine machine;
  private final Ending ending;
  private final Survey survey;

  private Verdict(Machine machine, Ending ending) {
    this.machine = machine;
    this.ending = ending;
    this.survey = new Survey(machine, ending);
  }

  public static Outcome of(Machine machine, Ending ending) {
    return new Verdict(machine, ending).outcome();
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
   * The CPU that the outcome is about: the one that panics, else the first that is stuck, else -1.
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
    switch (machine.firmware().end()) {
      case Firmware.END_RESET:
      case Firmware.END_POWER_OFF:
        return End.REBOOT;
      case Firmware.END_CRASH_KERNEL:
        return End.KDUMP;
      case Firmware.END_HYPERVISOR:
        return End.GONE;
      default:
        return machine.firmware().finalLoop() ? finished() : unfinished();
    }
  }

  private End finished() {
    for (int i = 0; i < machine.cpus(); i++) {
      if (i != machine.firmware().panicCpu() && Survey.runsSystem(machine.cpu(i))) {
        return End.ALIVE;
      }
    }
    return End.LOOP;
  }

  private End unfinished() {
    int subject = subject();
    boolean quiet = ending.cause() == Cause.QUIET || ending.cause() == Cause.STUCK;
    if (ending.cause() == Cause.INTERRUPTED) {
      return End.INTERRUPTED;
    }
    if (ending.cause().goesRound()) {
      return End.LIVELOCK;
    }
    if (subject < 0 || (!panicked() && !quiet)) {
      return End.ALIVE;
    }
    Cpu cpu = machine.cpu(subject);
    if (Survey.idle(cpu)) {
      return End.ALIVE;
    }
    if (survey.unanswered(cpu)) {
      return End.HANG;
    }
    boolean sends = cpu.mode() == Cpu.Mode.UART && !machine.uart(cpu.awaitedUart()).wedged();
    boolean stuck = Stuck.is(cpu) && !sends;
    return stuck || quiet ? End.HANG : End.LIVELOCK;
  }

  private boolean panicked() {
    return machine.firmware().panicCpu() >= 0;
  }

  private String console(End end) {
    boolean ended = end != End.HANG && end != End.LIVELOCK && end != End.INTERRUPTED;
    return panicked() ? Words.reach(machine, ended) : "n/a";
  }

  private String pstore() {
    if (machine.pram().zones() == 0 || !panicked()) {
      return "n/a";
    }
    if (!machine.pram().records().isEmpty()) {
      return machine.pram().truncated() ? "truncated" : "written";
    }
    return machine.firmware().dumpOver() ? "skipped" : "unreached";
  }

  private String kdump(End end) {
    if (end != End.KDUMP) {
      return machine.firmware().crashImage() && panicked() ? "not-taken" : "n/a";
    }
    for (int i = 0; i < machine.cpus(); i++) {
      boolean saved = (machine.firmware().crashNotes() >>> i & 1) != 0;
      if (!saved && i != machine.firmware().panicCpu()) {
        return "no-regs";
      }
    }
    return "ok";
  }

  private SortedMap<Integer, String> notStopped() {
    SortedMap<Integer, String> running = new TreeMap<>();
    for (int i = 0; panicked() && i < machine.cpus(); i++) {
      Cpu cpu = machine.cpu(i);
      if (i != machine.firmware().panicCpu() && !Survey.stopped(cpu)) {
        running.put(i, survey.notStopped(cpu));
      }
    }
    return running;
  }
}
