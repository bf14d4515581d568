package lastwords.machine;

import lastwords.machine.Cpu.Mode;

/**
 * The ways in which a CPU waits: loops that nothing but a change can end, polls with a limit, and
 * busy waiting.
 */
final class Waiting {
  private static final long STARTED = 1L << 62;

  private final Cpu cpu;
  private final Answers answers;
  private final Wiring wiring;

  Waiting(Cpu cpu, Answers answers, Wiring wiring) {
    this.cpu = cpu;
    this.answers = answers;
    this.wiring = wiring;
  }

  /**
   * One turn of a spinning loop: when nothing has changed since the last one, wait for a change.
   */
  int relax(int pc) {
    long[] w = cpu.w;
    int at = cpu.at;
    long hash = cpu.loopHash();
    cpu.operation = Operation.SPIN;
    boolean same =
        w[at + Cpu.NOTING] == 1 && w[at + Cpu.RELAX_PC] == pc + 1 && w[at + Cpu.RELAX_HASH] == hash;
    w[at + Cpu.PC] = pc + 1;
    if (same) {
      w[at + Cpu.RELAX_PC] = 0;
      w[at + Cpu.DEADLINE] = 0;
      startParking();
    } else {
      w[at + Cpu.RELAX_PC] = pc + 1;
      w[at + Cpu.RELAX_HASH] = hash;
      w[at + Cpu.NOTING] = 1;
      w[at + Cpu.NOTES] = 0;
    }
    return Interpreter.ENDED;
  }

  private void startParking() {
    cpu.w[cpu.at + Cpu.PARKED] = 0;
    cpu.w[cpu.at + Cpu.NOTING] = 0;
    cpu.setMode(cpu.w[cpu.at + Cpu.NOTES] == 0 ? Mode.POLL : Mode.PARKING);
  }

  boolean park() {
    int index = (int) cpu.w[cpu.at + Cpu.PARKED];
    int entry = cpu.at + Cpu.NOTE_TABLE + index * Cpu.NOTE_WORDS;
    int part = (int) cpu.w[entry];
    answers.ask(part, watchOf(part), cpu.w[entry + 1], cpu.w[entry + 2], index);
    return answers.watchAnswer();
  }

  private Operation watchOf(int part) {
    if (part == wiring.memory()) {
      return Operation.WATCH;
    }
    return part == wiring.firmware() ? Operation.WATCH_STAGING : Operation.WATCH_LOCK;
  }

  // ---- sections ----

  /** What comes is one step; if the CPU parks, what is read is what it would wait for. */
  int beginSection(int pc) {
    cpu.section = true;
    cpu.sectionPc = pc;
    if (cpu.parks) {
      cpu.w[cpu.at + Cpu.NOTING] = 1;
      cpu.w[cpu.at + Cpu.NOTES] = 0;
      cpu.w[cpu.at + Cpu.RELAX_PC] = 0;
    }
    return pc + 1;
  }

  /** The section has not begun. */
  int retrySection(int pc) {
    if (!cpu.section) {
      return pc + 1;
    }
    cpu.section = false;
    cpu.w[cpu.at + Cpu.PC] = cpu.sectionPc;
    cpu.operation = Operation.RETRY;
    if (cpu.parks && cpu.w[cpu.at + Cpu.NOTING] == 1) {
      cpu.w[cpu.at + Cpu.DEADLINE] = 0;
      startParking();
    }
    return Interpreter.ENDED;
  }

  int endSection(int pc) {
    if (!cpu.section) {
      return pc + 1;
    }
    cpu.section = false;
    cpu.w[cpu.at + Cpu.NOTING] = 0;
    cpu.w[cpu.at + Cpu.PC] = pc + 1;
    cpu.operation = Operation.COMPUTE;
    return Interpreter.ENDED;
  }

  int poll(int pc, int r, int a, int b, long now) {
    long[] w = cpu.w;
    long turns = w[r + b];
    long nanos = w[r + b + 1] > 0 ? w[r + b + 1] : Math.max(1, cpu.timing.spin());
    if (w[r + a] == 0) {
      return startPoll(r + a, turns, nanos, now);
    }
    boolean timeout = (w[cpu.at + Cpu.FLAGS] & Cpu.TIMEOUT) != 0;
    cpu.setFlag(Cpu.TIMEOUT, false);
    long start = Math.abs(w[r + a]) - 1;
    long passed = w[r + a] < 0 ? 1 : timeout && turns >= 0 ? turns : (now - start) / nanos;
    w[r + b] = turns < 0 ? passed : Math.min(turns, passed);
    w[r + a] = 0;
    return pc + 1;
  }

  private int startPoll(int slot, long turns, long nanos, long now) {
    cpu.operation = Operation.SPIN;
    if (cpu.w[cpu.at + Cpu.NOTING] != 1) {
      cpu.w[slot] = -(now + 1);
      cpu.w[cpu.at + Cpu.DEADLINE] = now + nanos;
      cpu.setMode(Mode.DELAY);
      return Interpreter.ENDED;
    }
    cpu.w[slot] = now + 1;
    long whole = turns > Long.MAX_VALUE / 4 / nanos ? Long.MAX_VALUE / 4 : turns * nanos;
    cpu.w[cpu.at + Cpu.DEADLINE] = turns < 0 ? 0 : Math.max(1, now + whole); // 0: none
    startParking();
    return Interpreter.ENDED;
  }

  /** Busy waiting; r[slot] holds the ns and, once begun, the time at which it is over. */
  int delay(int pc, int slot, long nanos, long now) {
    long[] w = cpu.w;
    if ((w[slot] & STARTED) == 0) {
      w[slot] = STARTED | (now + Math.max(0, Math.min(nanos, STARTED / 4)));
    } else if ((w[cpu.at + Cpu.FLAGS] & Cpu.TIMEOUT) != 0 || now >= (w[slot] & ~STARTED)) {
      cpu.setFlag(Cpu.TIMEOUT, false);
      w[slot] = 0;
      return pc + 1;
    }
    w[cpu.at + Cpu.DEADLINE] = Math.max(1, w[slot] & ~STARTED); // 0: there is none
    cpu.operation = Operation.DELAY;
    cpu.argument = nanos;
    cpu.setMode(Mode.DELAY);
    return Interpreter.ENDED;
  }
}
