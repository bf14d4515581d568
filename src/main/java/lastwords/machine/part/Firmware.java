package lastwords.machine.part;

import java.util.List;
import java.util.stream.IntStream;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.bus.CpuPermutation;
import lastwords.machine.bus.Effects;
import lastwords.machine.bus.MachineConfig;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Part;
import lastwords.machine.bus.Request;
import lastwords.machine.text.Texts;

/**
 * What is below the kernel: the reset line, what a crash kernel finds, the hypervisor, the NMI
 * reason port; and an observer that records what the kernel reports about itself (which CPU panics,
 * what it meant to print).
 */
public final class Firmware implements Part {
  /** The machine is running. */
  public static final int END_NONE = 0;

  public static final int END_RESET = 1;
  public static final int END_POWER_OFF = 2;
  public static final int END_HYPERVISOR = 3;

  private static final int END = 0;
  private static final int ENDED_BY = 1; // CPU + 1
  private static final int PANIC_CPU = 2; // CPU + 1 that panics, or that last had an oops
  private static final int SAID = 3; // list: what the panic CPU meant to print
  private static final int VISIBLE = 4; // list: the part of it that a console should show
  private static final int DUMP_OVER = 5;
  private static final int FINAL_LOOP = 6; // from where, as a pc + 1
  private static final int STAGED = 7; // mask of CPUs
  private static final int WATCHERS = 8; // CPUs to wake when STAGED changes
  private static final int NMI_REASON = 9; // reason + 1 of the pending external NMI
  private static final int SILENT = 10; // the hypervisor does not answer
  private static final int NO_IMAGE = 11; // the crash kernel is gone
  private static final int TOLD = 12; // list: events reported to the hypervisor
  private static final int PANICS = 13; // 1: a CPU panics, 0: there was only an oops
  private static final int SAID_BEFORE = 14; // list: SAID as it was when the panic began
  private static final int NOTIFIERS = 15; // list: panic notifiers that were called
  private static final int NOTIFIED = 16; // how many of them have returned
  private static final int NOTIFIER_TIMES = 17; // list: when each was called and returned, in ns
  private static final int CRASH = 18; // words of the devices that a crash kernel finds
  private static final int WORDS = CRASH + CrashDevices.WORDS;

  private final MachineConfig config;
  private final Texts texts;
  private final CrashDevices crash;
  private long actors;
  private long[] state;
  private int at;

  public Firmware(MachineConfig config, Texts texts) {
    this.config = config;
    this.texts = texts;
    this.crash = new CrashDevices(config.disk(), texts);
  }

  /** Mask of CPUs whose workload prepares a state: those that lw_all_staged() waits for. */
  public void actors(long mask) {
    actors = mask;
  }

  public long actors() {
    return actors;
  }

  @Override
  public int words() {
    return WORDS;
  }

  @Override
  public int[] lists() {
    IntStream own = IntStream.of(SAID, VISIBLE, SAID_BEFORE, TOLD, NOTIFIERS, NOTIFIER_TIMES);
    return IntStream.concat(own, IntStream.of(CrashDevices.lists(CRASH))).toArray();
  }

  @Override
  public void attach(long[] newState, int newAt) {
    state = newState;
    at = newAt;
    crash.attach(newState, newAt + CRASH);
  }

  @Override
  public void reset() {
    java.util.Arrays.fill(state, at, at + WORDS, 0);
    crash.reset();
  }

  @Override
  public void perform(Request request, long now, long draw, Effects effects) {
    if (request.operation == Operation.WATCH_STAGING.ordinal()) {
      request.result = watch(request);
      return;
    }
    Builtin builtin = Builtin.of(request.builtin);
    switch (builtin) {
      case RESET -> end(END_RESET, request, effects);
      case POWER_OFF -> end(END_POWER_OFF, request, effects);
      case HYPERVISOR -> hypervisor(request, effects);
      case CRASH_IMAGE -> request.result = config.crashImage() && state[at + NO_IMAGE] == 0 ? 1 : 0;
      case NMI_REASON -> takeReason(request);
      case RANDOM -> request.result = request.a <= 0 ? 0 : (draw >>> 1) % request.a;
      case LEFTOVER -> request.result = draw;
      default -> {
        if (!crash.perform(builtin, request)) {
          note(builtin, request, now, effects);
        }
      }
    }
  }

  private void note(Builtin builtin, Request request, long now, Effects effects) {
    switch (builtin) {
      case PANIC_BEGINS -> panicBegins(request.cpu);
      case OOPS_BEGINS -> oopsBegins(request.cpu);
      case SAID -> said(request);
      case NOTIFIER -> notifier(request, now);
      case DUMP_OVER -> state[at + DUMP_OVER] = 1;
      case FINAL_LOOP -> state[at + FINAL_LOOP] = request.pc + 1L;
      case STAGED -> staged(request.cpu, effects);
      case ALL_STAGED -> request.result = allStaged(request.cpu) ? 1 : 0;
      default -> throw new IllegalStateException("no firmware call: " + builtin);
    }
  }

  /**
   * The CPU that panics has the last words: those of a CPU that survived an earlier oops do not
   * count.
   */
  private void panicBegins(int cpu) {
    if (!panics() || panicCpu() != cpu) {
      wordsOf(cpu);
      state[at + PANICS] = 1;
    }
  }

  private void oopsBegins(int cpu) {
    if (!panics()) {
      wordsOf(cpu);
    }
  }

  private void wordsOf(int cpu) {
    if (panicCpu() != cpu) {
      state[at + SAID] = 0;
      state[at + VISIBLE] = 0;
    }
    state[at + PANIC_CPU] = cpu + 1;
    state[at + SAID_BEFORE] = state[at + SAID];
  }

  private void end(int kind, Request request, Effects effects) {
    state[at + END] = kind;
    state[at + ENDED_BY] = request.cpu + 1;
    effects.end(kind, request.cpu);
  }

  private void hypervisor(Request request, Effects effects) {
    boolean listens = config.hypervisor() && state[at + SILENT] == 0;
    request.result = listens ? 0 : -1;
    if (!listens) {
      return;
    }
    state[at + TOLD] = texts.append((int) state[at + TOLD], request.b);
    if (config.host().of(texts.whole(request.a), texts.whole(request.b)).ends()) {
      end(END_HYPERVISOR, request, effects);
    }
  }

  /** Explore has no time: then no times are recorded. */
  private void notifier(Request request, long now) {
    boolean over = request.b != 0;
    if (over) {
      state[at + NOTIFIED]++;
    } else {
      state[at + NOTIFIERS] = texts.append((int) state[at + NOTIFIERS], request.a);
    }
    if (now > 0) {
      long time = texts.pointer(Long.toString(now));
      state[at + NOTIFIER_TIMES] = texts.append((int) state[at + NOTIFIER_TIMES], time);
    }
  }

  private void said(Request request) {
    if (panicCpu() != request.cpu || state[at + END] != END_NONE || crash.jumped() >= 0) {
      return;
    }
    state[at + SAID] = texts.append((int) state[at + SAID], request.a);
    if (request.b != 0) {
      state[at + VISIBLE] = texts.append((int) state[at + VISIBLE], request.a);
    }
  }

  private void takeReason(Request request) {
    request.result = state[at + NMI_REASON] - 1;
    state[at + NMI_REASON] = 0;
  }

  /**
   * The CPU has stalled for good: if it has not reached its state yet, no CPU waits for that any
   * longer.
   */
  public void givesUp(int cpu, Effects effects) {
    if ((actors & ~state[at + STAGED] & 1L << cpu) != 0) {
      staged(cpu, effects);
    }
  }

  private void staged(int cpu, Effects effects) {
    state[at + STAGED] |= 1L << cpu;
    for (long mask = state[at + WATCHERS]; mask != 0; mask &= mask - 1) {
      effects.wake(Long.numberOfTrailingZeros(mask));
    }
    state[at + WATCHERS] = 0;
  }

  private boolean allStaged(int cpu) {
    long others = actors & ~(1L << cpu);
    return (state[at + STAGED] & others) == others;
  }

  private long watch(Request request) {
    if (allStaged(request.cpu) != (request.a != 0)) {
      return 0;
    }
    state[at + WATCHERS] |= 1L << request.cpu;
    return 1;
  }

  /** Removes CPUs that have stopped waiting from those to be woken. */
  public void forget(long waiting) {
    state[at + WATCHERS] &= waiting;
  }

  /** Presses the NMI button, with this reason in the port. */
  public void pressNmi(int reason) {
    state[at + NMI_REASON] = reason + 1L;
  }

  public void silenceHypervisor(boolean silent) {
    state[at + SILENT] = silent ? 1 : 0;
  }

  public void loseCrashImage(boolean lost) {
    state[at + NO_IMAGE] = lost ? 1 : 0;
  }

  /** Writes its slice with two CPUs swapped. */
  public void swap(CpuPermutation swap, long[] from, long[] image) {
    for (int number : new int[] {ENDED_BY, PANIC_CPU}) {
      image[at + number] = swap.cpu((int) from[at + number] - 1) + 1;
    }
    int loop = (int) from[at + FINAL_LOOP] - 1;
    image[at + FINAL_LOOP] = loop < 0 ? 0 : swap.pc((int) from[at + PANIC_CPU] - 1, loop) + 1L;
    for (int mask : new int[] {STAGED, WATCHERS}) {
      image[at + mask] = swap.mask(from[at + mask]);
    }
    crash.swap(swap, from, image);
  }

  /** One of the {@code END_} constants. */
  public int end() {
    return (int) state[at + END];
  }

  /** The CPU that ended the machine, or -1. */
  public int endedBy() {
    return (int) state[at + ENDED_BY] - 1;
  }

  /** The panicking CPU; if there is none, the one that last had an oops; or -1. */
  public int panicCpu() {
    return (int) state[at + PANIC_CPU] - 1;
  }

  /** Has a CPU panicked? An oops alone is not a panic. */
  public boolean panics() {
    return state[at + PANICS] != 0;
  }

  public boolean dumpOver() {
    return state[at + DUMP_OVER] != 0;
  }

  public boolean finalLoop() {
    return state[at + FINAL_LOOP] != 0;
  }

  /** The instruction that reported the final loop. */
  public int finalLoopAt() {
    return (int) state[at + FINAL_LOOP] - 1;
  }

  /** Is a crash kernel loaded? */
  public boolean crashImage() {
    return config.crashImage() && state[at + NO_IMAGE] == 0;
  }

  /** What a crash kernel finds, and what it achieved. */
  public CrashDevices crash() {
    return crash;
  }

  /** The events reported to the hypervisor, in order. */
  public List<String> told() {
    return texts.list((int) state[at + TOLD]);
  }

  /** The panic notifiers that were called, in order. */
  public List<String> notifiers() {
    return texts.list((int) state[at + NOTIFIERS]);
  }

  /** How many of them have returned: all, or all but the last. */
  public int notified() {
    return (int) state[at + NOTIFIED];
  }

  /** When each was called and returned, alternating, in ns; empty where there is no time. */
  public List<String> notifierTimes() {
    return texts.list((int) state[at + NOTIFIER_TIMES]);
  }

  /** All that the panic CPU meant to print, including its own oops before the panic. */
  public List<String> said() {
    return texts.list((int) state[at + SAID]);
  }

  /** The part of it since the panic began; without a panic, since the last oops. */
  public List<String> saidSince() {
    List<String> said = said();
    return said.subList(texts.list((int) state[at + SAID_BEFORE]).size(), said.size());
  }

  /** The part of it that a console should show. */
  public List<String> visible() {
    return texts.list((int) state[at + VISIBLE]);
  }
}
