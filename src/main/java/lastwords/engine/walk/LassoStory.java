package lastwords.engine.walk;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.source.Wording;
import lastwords.machine.Machine;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;
import lastwords.machine.cpu.Cpu;

/**
 * What happens in one iteration of a cycle, for the reader of a run: which CPU does what for ever.
 */
final class LassoStory implements StepSink {
  private final Machine machine;
  private final StepSink sink;
  private final Set<String> takes = new TreeSet<>(); // the lock that the panicking CPU waits for
  private final Set<String> changes = new TreeSet<>(); // the words that it reads
  private final Set<Integer> others = new TreeSet<>(); // other CPUs
  private final int awaited; // the lock that the panicking CPU waits for; -1: none
  private final Set<Long> watched = new TreeSet<>(); // addresses of the words that it reads
  private int looks;

  /**
   * Receives the steps of one iteration, and forwards them.
   *
   * @param machine before the first of them
   */
  LassoStory(Machine machine, StepSink sink) {
    this.machine = machine;
    this.sink = sink;
    int panics = Math.max(0, machine.firmware().panicCpu());
    awaited = watch(machine.cpu(panics));
  }

  /** What a CPU waits for: records the words, and returns the lock. */
  private int watch(Cpu cpu) {
    int lock = cpu.awaited().lock();
    for (int i = 0; i < cpu.awaited().watched(); i++) {
      if (cpu.awaited().watchedPart(i) == machine.wiring().memory()) {
        watched.add((long) cpu.awaited().watchedAddress(i));
      } else {
        lock = Math.max(lock, machine.wiring().lockOf(cpu.awaited().watchedPart(i)));
      }
    }
    return lock;
  }

  @Override
  public void step(StepRecord step) {
    sink.step(step);
    if (step.cpu() == machine.firmware().panicCpu()) {
      looks++;
    } else if (step.pc() >= 0) {
      others.add(step.cpu());
      other(step.cpu(), step.pc(), step.operation(), step.target(), step.result());
    }
  }

  private void other(int cpu, int pc, Operation operation, long target, long result) {
    boolean lock = operation == Operation.LOCK || operation == Operation.TRYLOCK;
    if (lock && result != 0 && target == awaited) {
      takes.add("cpu" + cpu + " takes and releases it for ever in " + spot(pc));
    }
    if (operation.stores() && watched.contains(target)) {
      String word = machine.wordName((int) target);
      changes.add("cpu" + cpu + " changes " + word + " for ever in " + spot(pc));
    }
  }

  private String spot(int pc) {
    FunctionInfo function = machine.image().functionAt(pc);
    String path = machine.image().fileAt(pc);
    String file = path.substring(path.lastIndexOf('/') + 1);
    return function.name() + "()  " + file + ":" + machine.image().lineAt(pc);
  }

  /**
   * The story in lines.
   *
   * @param choices number in the cycle
   * @param waits does the panicking CPU only poll?
   */
  List<String> lines(int choices, boolean waits) {
    List<String> lines = new ArrayList<>(takes);
    lines.addAll(changes);
    if (lines.isEmpty()) {
      others.forEach(cpu -> lines.add("cpu" + cpu + " repeats itself for ever"));
    }
    int panics = machine.firmware().panicCpu();
    boolean line = machine.config().locks().fair() || takes.isEmpty();
    lines.add(
        waits
            ? "cpu" + panics + (line ? looks() : " does not queue: " + unfair())
            : "cpu" + panics + " repeats itself as well, and never ends");
    lines.add(
        "a cycle has "
            + Wording.count(choices, "choice")
            + ", after which the machine is in the same state");
    return lines;
  }

  private String looks() {
    return looks == 0 ? " never checks in time" : " checks, each time at the wrong moment";
  }

  private String unfair() {
    String kind = machine.config().locks().word();
    return "the lock is " + kind + ", not FIFO: whoever asks first gets it";
  }
}
