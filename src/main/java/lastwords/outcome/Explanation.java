package lastwords.outcome;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lastwords.machine.Machine;
import lastwords.machine.Stuck;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.part.SpinLock;

/**
 * Why a machine ended as it did, in lines for kernel developers: the wait-for chain, and which CPUs
 * were not stopped.
 */
public final class Explanation {
  private final Machine machine;
  private final Outcome outcome;
  private final Survey survey;
  private final List<String> lines = new ArrayList<>();
  private final Set<Integer> told = new TreeSet<>();

  private Explanation(Machine machine, Outcome outcome, Ending ending) {
    this.machine = machine;
    this.outcome = outcome;
    this.survey = new Survey(machine, ending);
  }

  /** The lines, with whole stacks; a line that begins with two spaces belongs to the one before. */
  public static List<String> of(Machine machine, Outcome outcome, Ending ending) {
    return new Explanation(machine, outcome, ending).tell(ending);
  }

  private List<String> tell(Ending ending) {
    int panics = machine.firmware().panicCpu();
    if (machine.firmware().crash().jumped() >= 0) {
      crashKernel(machine.firmware().crash().jumped());
    } else if (outcome.end() == End.HANG || outcome.end() == End.LIVELOCK) {
      chain(subject());
      goingRound(ending);
    } else if (panics >= 0) {
      afterwards(machine.cpu(panics));
      cpu(machine.cpu(panics));
    }
    for (int number : outcome.notStopped().keySet()) {
      boolean known = !told.add(number);
      String whole = survey.notStopped(machine.cpu(number), Survey.WHOLE);
      lines.add("cpu" + number + " was not stopped: " + (known ? whole.split("; it ")[0] : whole));
      held(number);
    }
    others();
    if (!ending.cause().goesRound()) {
      lines.addAll(ending.notes());
    }
    ending.faults().stream()
        .filter(it -> it.fired() == 0)
        .forEach(it -> lines.add("fault " + it.id() + " (" + it.text() + ") never fired"));
    return List.copyOf(lines);
  }

  /** What the crash kernel found, and whether it saved the dump. */
  private void crashKernel(int number) {
    String place = survey.spot(machine.firmware().crash().jumpedAt());
    lines.add("cpu" + number + " jumped into the crash kernel in " + place);
    machine.firmware().crash().said().forEach(line -> lines.add("  it prints: " + line));
    if (machine.firmware().crash().saved()) {
      saved();
    } else {
      lines.add("no dump was saved:");
      chain(number);
      resetBy(number);
    }
  }

  private void saved() {
    String without = CpuRanges.of(survey.withoutRegisters(), ", ", 3);
    lines.add(
        "the dump was saved"
            + (without.isEmpty() ? "" : ", without registers of CPUs [" + without + "]"));
  }

  /** Another CPU, which the first kernel did not stop, may have ended the machine. */
  private void resetBy(int jumped) {
    int by = machine.firmware().endedBy();
    if (by >= 0 && by != jumped) {
      cpu(machine.cpu(by));
    }
  }

  /** An endless loop is explained by the caller, which has seen one iteration. */
  private void goingRound(Ending ending) {
    if (ending.cause().goesRound()) {
      ending.notes().forEach(note -> lines.add("  " + note));
    }
  }

  /**
   * An interrupt in panic()'s final loop may hang: that changes nothing any more, but it is not a
   * clean end.
   */
  private void afterwards(Cpu cpu) {
    boolean finalLoop = outcome.end().known() && machine.firmware().finalLoop();
    if (finalLoop && Stuck.is(cpu) && survey.interruptedInFinalLoop(cpu)) {
      lines.add(
          "panic() had reached its final loop with interrupts on; an interrupt there does not return:");
    }
  }

  private int subject() {
    String number = outcome.at().replaceAll("^cpu(\\d+):.*", "$1");
    return outcome.at().isEmpty()
        ? Math.max(0, machine.firmware().panicCpu())
        : Integer.parseInt(number);
  }

  /** A CPU, what it waits for, who could end that, and so on. */
  private void chain(int number) {
    if (!told.add(number)) {
      return;
    }
    Cpu cpu = machine.cpu(number);
    cpu(cpu);
    if (survey.unanswered(cpu)) {
      silent(survey.unansweredPart(cpu));
    } else if (cpu.mode() == CpuMode.POLL) {
      watched(cpu);
    } else if (cpu.mode() == CpuMode.LOCK) {
      lock(number, cpu.awaited().lock());
    }
  }

  private void cpu(Cpu cpu) {
    told.add(cpu.number());
    boolean panics = cpu.number() == machine.firmware().panicCpu();
    String condition =
        survey.lost(cpu.number()).isEmpty() ? " (" + survey.condition(cpu, panics) + ")" : "";
    lines.add("cpu" + cpu.number() + condition + " " + survey.doing(cpu, Survey.WHOLE));
    if (!survey.lost(cpu.number()).isEmpty()) {
      lines.add("  " + survey.lost(cpu.number()));
    }
  }

  /** A part that does not answer. */
  private void silent(int part) {
    String why = survey.lost(part);
    String name = machine.partName(part);
    lines.add("  " + name + (why.isEmpty() ? " has not answered" : ": " + why));
  }

  /** What a spinning CPU reads may be in a part that is gone. */
  private void watched(Cpu cpu) {
    for (int i = 0; i < cpu.awaited().watched(); i++) {
      if (!survey.lost(cpu.awaited().watchedPart(i)).isEmpty()) {
        silent(cpu.awaited().watchedPart(i));
        return;
      }
    }
  }

  private void lock(int waiter, int number) {
    String gone = survey.lost(machine.wiring().lock(number));
    if (!gone.isEmpty()) {
      lines.add("  " + machine.lockName(number) + ": " + gone);
      return;
    }
    SpinLock lock = machine.lock(number);
    String name = machine.lockName(number);
    int holder = lock.holder();
    if (holder == waiter) {
      lines.add(
          "  "
              + name
              + " is held by cpu"
              + holder
              + " itself, taken in "
              + survey.spot(lock.takenAt()));
    } else if (holder >= 0) {
      lines.add(
          "  " + name + " is held by cpu" + holder + ", taken in " + survey.spot(lock.takenAt()));
      chain(holder);
    } else if (lock.lineLength() > 0 && lock.lineCpu(0) != waiter) {
      lines.add(
          "  "
              + name
              + " is free, but cpu"
              + lock.lineCpu(0)
              + " is next in the queue and cannot take it");
      chain(lock.lineCpu(0));
    }
  }

  private void held(int cpu) {
    for (int lock : survey.heldBy(cpu)) {
      String taken = survey.spot(machine.lock(lock).takenAt());
      lines.add("  it holds " + machine.lockName(lock) + ", taken in " + taken);
    }
  }

  private void others() {
    for (int i = 0; i < machine.cpus(); i++) {
      if (!told.contains(i)) {
        cpu(machine.cpu(i));
        held(i);
      }
    }
  }
}
