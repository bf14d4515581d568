package lastwords.machine.cpu;

import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Timing;
import lastwords.machine.bus.Wiring;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.cpu.core.CurrentStep;
import lastwords.machine.layout.CpuWords;

/**
 * The ways in which a CPU waits: loops that only a change can end, polls with a limit, and busy
 * waiting.
 */
final class CpuWaits {
  private static final long STARTED = 1L << 62;

  private final CpuCore cpu;
  private final PendingRequests answers;
  private final Wiring wiring;
  private final Timing timing;
  private int sectionPc; // where the current section begins
  private boolean parks =
      true; // does a section that cannot begin wait for the words that its guard depends on?

  CpuWaits(CpuCore cpu, PendingRequests answers, Wiring wiring) {
    this.cpu = cpu;
    this.answers = answers;
    this.wiring = wiring;
    this.timing = wiring.config().timing();
  }

  /** From now on a section that cannot begin leaves the CPU before it. */
  void neverParksInSections() {
    parks = false;
  }

  /**
   * One iteration of a spinning loop: if nothing has changed since the last one, waits for a
   * change.
   */
  int relax(int pc) {
    long[] w = cpu.w;
    int at = cpu.at;
    long hash = loopHash();
    cpu.step.operation = Operation.SPIN;
    boolean same =
        cpu.notes.complete()
            && w[at + CpuWords.RELAX_PC] == pc + 1
            && w[at + CpuWords.RELAX_HASH] == hash;
    w[at + CpuWords.PC] = pc + 1;
    if (same) {
      w[at + CpuWords.RELAX_PC] = 0;
      w[at + CpuWords.DEADLINE] = 0;
      startParking();
    } else {
      cpu.notes.begin();
      w[at + CpuWords.RELAX_PC] = pc + 1;
      w[at + CpuWords.RELAX_HASH] = hash;
    }
    return CurrentStep.ENDED;
  }

  /** A hash of everything that determines what the current loop does next. */
  private long loopHash() {
    long[] w = cpu.w;
    int pc = (int) w[cpu.at + CpuWords.PC];
    int fp = (int) w[cpu.at + CpuWords.FP];
    int end = cpu.stack + fp + cpu.tables.frameWordsAt(pc);
    long hash = w[cpu.at + CpuWords.PC] * 31 + w[cpu.at + CpuWords.FLAGS];
    for (int i = cpu.stack + CpuWords.stackBase(fp); i < end; i++) {
      hash = (hash ^ w[i]) * 0x9E3779B97F4A7C15L;
      hash ^= hash >>> 29;
    }
    return hash;
  }

  private void startParking() {
    cpu.w[cpu.at + CpuWords.PARKED] = 0;
    cpu.w[cpu.at + CpuWords.NOTING] = 0;
    cpu.setMode(cpu.w[cpu.at + CpuWords.NOTES] == 0 ? CpuMode.POLL : CpuMode.PARKING);
  }

  boolean park() {
    int index = (int) cpu.w[cpu.at + CpuWords.PARKED];
    int entry = cpu.at + CpuWords.NOTE_TABLE + index * CpuWords.NOTE_WORDS;
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

  /**
   * Begins an atomic section; if the CPU parks, the words read here are those that it waits for.
   */
  int beginSection(int pc) {
    cpu.section = true;
    sectionPc = pc;
    if (parks) {
      cpu.notes.begin();
    }
    return pc + 1;
  }

  /** The section could not begin. */
  int retrySection(int pc) {
    if (!cpu.section) {
      return pc + 1;
    }
    cpu.section = false;
    cpu.w[cpu.at + CpuWords.PC] = sectionPc;
    cpu.step.operation = Operation.RETRY;
    if (parks && cpu.notes.complete()) {
      cpu.w[cpu.at + CpuWords.DEADLINE] = 0;
      startParking();
    }
    return CurrentStep.ENDED;
  }

  int endSection(int pc) {
    if (!cpu.section) {
      return pc + 1;
    }
    cpu.section = false;
    cpu.w[cpu.at + CpuWords.NOTING] = 0;
    cpu.w[cpu.at + CpuWords.PC] = pc + 1;
    cpu.step.operation = Operation.COMPUTE;
    return CurrentStep.ENDED;
  }

  int poll(int pc, int r, int a, int b, long now) {
    long[] w = cpu.w;
    long turns = w[r + b];
    long nanos =
        w[r + b + 1] > 0 ? w[r + b + 1] + timing.delayOverhead() : Math.max(1, timing.spin());
    if (w[r + a] == 0) {
      return startPoll(r + a, turns, nanos, now);
    }
    boolean timeout = (w[cpu.at + CpuWords.FLAGS] & CpuWords.TIMEOUT) != 0;
    cpu.setFlag(CpuWords.TIMEOUT, false);
    long start = Math.abs(w[r + a]) - 1;
    long passed = w[r + a] < 0 ? 1 : timeout && turns >= 0 ? turns : (now - start) / nanos;
    w[r + b] = turns < 0 ? passed : Math.min(turns, passed);
    w[r + a] = 0;
    return pc + 1;
  }

  private int startPoll(int slot, long turns, long nanos, long now) {
    cpu.step.operation = Operation.SPIN;
    if (!cpu.notes.complete()) {
      cpu.w[slot] = -(now + 1);
      cpu.w[cpu.at + CpuWords.DEADLINE] = now + nanos;
      cpu.setMode(CpuMode.DELAY);
      return CurrentStep.ENDED;
    }
    cpu.w[slot] = now + 1;
    long whole = turns > Long.MAX_VALUE / 4 / nanos ? Long.MAX_VALUE / 4 : turns * nanos;
    cpu.w[cpu.at + CpuWords.DEADLINE] = turns < 0 ? 0 : Math.max(1, now + whole); // 0: none
    startParking();
    return CurrentStep.ENDED;
  }

  /**
   * Busy waiting; r[slot] holds the duration in ns and, once started, the time at which it ends.
   */
  int delay(int pc, int slot, long nanos, long now) {
    long[] w = cpu.w;
    if ((w[slot] & STARTED) == 0) {
      long whole = Math.max(0, Math.min(nanos, STARTED / 4)) + timing.delayOverhead();
      w[slot] = STARTED | (now + whole);
    } else if ((w[cpu.at + CpuWords.FLAGS] & CpuWords.TIMEOUT) != 0
        || now >= (w[slot] & ~STARTED)) {
      cpu.setFlag(CpuWords.TIMEOUT, false);
      w[slot] = 0;
      return pc + 1;
    }
    w[cpu.at + CpuWords.DEADLINE] = Math.max(1, w[slot] & ~STARTED); // 0: there is none
    cpu.step.operation = Operation.DELAY;
    cpu.step.argument = nanos;
    cpu.setMode(CpuMode.DELAY);
    return CurrentStep.ENDED;
  }
}
