package lastwords.machine.cpu;

import java.util.Arrays;
import java.util.List;
import java.util.function.IntPredicate;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.LastStep;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.Wiring;
import lastwords.machine.cpu.core.Awaited;
import lastwords.machine.cpu.core.Backtrace;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.cpu.core.CurrentStep;
import lastwords.machine.layout.CpuTables;
import lastwords.machine.layout.CpuWords;
import lastwords.machine.layout.DumpWord;
import lastwords.machine.part.Memory;
import lastwords.machine.text.TextOps;
import lastwords.machine.text.Texts;

/**
 * A CPU: registers, flags, a stack of frames and contexts, and what it waits for. A step runs local
 * instructions up to one operation on another part ({@link #step} returns true, the answer goes to
 * {@link #complete}), or takes an interrupt, or ends a wait.
 *
 * <p>Every waiting instruction starts again after an interrupt, as the hardware's string
 * instructions do.
 *
 * <p>Its units share a {@link CpuCore}, the state; their dependencies are acyclic.
 */
public final class Cpu {
  private static final int PARKING = CpuMode.PARKING.ordinal();
  private static final int POLL = CpuMode.POLL.ordinal();
  private static final int DELAY = CpuMode.DELAY.ordinal();
  private static final int LOST = CpuMode.LOST.ordinal();

  final CpuCore core;
  final Stacks stacks;
  final Frames frames;
  private final CurrentStep step;
  private final HardwareFrames hardware;
  private final PendingInterrupts interrupts;
  private final PendingRequests answers;
  private final CpuWaits waiting;
  private final Awaited awaited;
  private final Interpreter interpreter;

  public Cpu(int number, CpuTables tables, Wiring wiring, Texts texts, TextOps textOps) {
    core = new CpuCore(number, tables);
    step = core.step;
    stacks = new Stacks(core);
    hardware = new HardwareFrames(core);
    interrupts = new PendingInterrupts(core, hardware, wiring.config().nmi());
    frames = new Frames(core, hardware, interrupts);
    answers = new PendingRequests(core, wiring, textOps, hardware);
    waiting = new CpuWaits(core, answers, wiring);
    awaited = new Awaited(core);
    PointerAccess access = new PointerAccess(core, answers, frames, textOps, texts);
    PartCalls parts = new PartCalls(core, wiring, textOps, answers, frames, access);
    SystemCalls calls = new SystemCalls(core, wiring, waiting, frames, stacks, parts);
    interpreter = new Interpreter(core, calls, answers, waiting, frames, access);
  }

  /** Number of state words that it needs. */
  public int words() {
    return core.words();
  }

  /** Gives it its slice. */
  public void attach(long[] state, int at) {
    core.attach(state, at);
  }

  /** Resets it to its state at power-on: idle, interrupts on. */
  public void reset(long[] privates) {
    Arrays.fill(core.w, core.at, core.at + words(), 0);
    System.arraycopy(privates, 0, core.w, core.at + CpuWords.PRIVATES, privates.length);
    hardware.idle();
  }

  /** Starts a function without arguments as this CPU's task. */
  public void start(int function) {
    interrupts.forgetTask();
    hardware.start(function);
  }

  // ---- stepping ----

  /**
   * Takes one step. If true, {@link #request()} has to be performed by the part that it names, and
   * then {@link #complete} ends the step.
   */
  public boolean step(long now) {
    step.begin();
    if (core.pending() == 0 || core.section) {
      return interpreter.run(now);
    }
    int vector = interrupts.deliverable();
    return vector >= 0 ? interrupted(vector) : interpreter.run(now);
  }

  private boolean interrupted(int vector) {
    if (stopSending()) {
      return true;
    }
    interrupts.take(vector);
    return false;
  }

  /** Takes the answer to the request; ends the step. */
  public void complete(long now) {
    answers.complete(now);
    step.was(core.request);
  }

  public Request request() {
    return core.request;
  }

  /** The last step, for the trace and the clock. */
  public LastStep last() {
    return step;
  }

  /**
   * Is it inside an atomic section of its code? Then the engine lets it continue before anything
   * else happens.
   */
  public boolean inSection() {
    return core.section;
  }

  // ---- queries of engines ----

  public int number() {
    return core.number;
  }

  public CpuMode mode() {
    return core.mode();
  }

  /** Can it take a step now? */
  public boolean runnable() {
    long[] w = core.w;
    int at = core.at;
    int mode = (int) w[at + CpuWords.MODE];
    if ((w[at + CpuWords.FLAGS] & CpuWords.STALLED) != 0 || mode == LOST) {
      return false;
    }
    return mode <= PARKING || interrupts.deliverable() >= 0;
  }

  /** What it waits for. */
  public Awaited awaited() {
    return awaited;
  }

  /** When its wait times out, in ns of emulated time; Long.MAX_VALUE: never. */
  public long deadline() {
    long[] w = core.w;
    int at = core.at;
    int mode = (int) w[at + CpuWords.MODE];
    boolean timed = mode == DELAY || mode == POLL;
    return timed && w[at + CpuWords.DEADLINE] != 0 ? w[at + CpuWords.DEADLINE] : Long.MAX_VALUE;
  }

  /** The interrupts that it has not taken yet. */
  public PendingInterrupts interrupts() {
    return interrupts;
  }

  /** Would its next step be to take an interrupt? */
  public boolean takesInterrupt() {
    return interrupts.deliverable() >= 0;
  }

  public boolean irqsOn() {
    return core.irqsOn();
  }

  /**
   * Where interrupts were last disabled, as a pc: of the code that did it, or the handler's entry.
   */
  public int irqsOffAt() {
    return (int) core.w[core.at + CpuWords.IRQS_OFF_AT] - 1;
  }

  public boolean stalled() {
    return core.stalled();
  }

  public boolean lapicOff() {
    return core.has(CpuWords.LAPIC_OFF);
  }

  /** Has the kernel marked it offline? */
  public boolean offline() {
    return core.has(CpuWords.OFFLINE);
  }

  /** Has it switched to another task since panic() was in its final loop on it? */
  public boolean leftFinalLoop() {
    return core.has(CpuWords.LEFT_FINAL);
  }

  /** Can it have more than one stack? */
  public boolean severalStacks() {
    return core.tables.stacks > 1;
  }

  /** One of {@link CpuContext}. */
  public int context() {
    return core.context();
  }

  /** The next instruction; -1 when it is idle. */
  public int pc() {
    return core.pc();
  }

  /** The pcs of its frames, innermost first, across interrupts. */
  public int[] backtrace() {
    return Backtrace.of(core);
  }

  /**
   * Where it was when the innermost interrupt or NMI arrived: the pcs of the frames below that; all
   * of them if it is in none.
   */
  public int[] interruptedAt() {
    return Backtrace.interruptedAt(core);
  }

  /**
   * Is one of its frames, down to the innermost one that hardware entered, at such an instruction?
   */
  public boolean within(IntPredicate place) {
    return Backtrace.within(core, place);
  }

  /**
   * The reasons for which it has called dumpers of the log, in order, as reported by lw_dumped().
   */
  public List<String> dumps() {
    return DumpWord.occasions(core.w[core.at + CpuWords.DUMPS]);
  }

  // ---- events ----

  /**
   * An interrupt arrives; it stays pending until it can be taken. False if it is ignored: it has no
   * handler, or it is not an NMI and the local APIC is disabled.
   */
  public boolean deliver(int vector) {
    return interrupts.add(vector);
  }

  /** Something that it waits for has changed. */
  public void wake() {
    int mode = (int) core.w[core.at + CpuWords.MODE];
    boolean waits = mode == CpuMode.LOCK.ordinal() || mode == CpuMode.POLL.ordinal();
    if (waits || mode == CpuMode.PARKING.ordinal()) {
      core.setMode(CpuMode.RUNNING);
    }
  }

  /** Its deadline has passed. */
  public void timeout() {
    int mode = (int) core.w[core.at + CpuWords.MODE];
    if (mode == CpuMode.DELAY.ordinal() || mode == CpuMode.POLL.ordinal()) {
      core.setFlag(CpuWords.TIMEOUT, true);
      core.setMode(CpuMode.RUNNING);
    }
  }

  /** Its text has been sent. */
  public void uartDone(long characters) {
    if (mode() == CpuMode.UART) {
      answers.finishUart(characters);
    }
  }

  /** A stalled CPU runs nothing and answers nothing, not even NMIs. */
  public void stall(boolean stalled) {
    core.setFlag(CpuWords.STALLED, stalled);
  }

  /** A stall of it may end: while stalled it keeps all that it needs to continue. */
  public void stallsMayEnd() {
    core.setFlag(CpuWords.STALLS_END, true);
  }

  /**
   * Before it is stalled or interrupted: true if {@link #request()} has to be performed, which
   * makes its serial port stop sending.
   */
  public boolean stopSending() {
    if (!core.is(CpuMode.UART)) {
      return false;
    }
    answers.stopUart();
    return true;
  }

  /** Sets whether the next interrupt or NMI that it takes is fatal. */
  public void corruptIdt(boolean corrupt) {
    core.setFlag(CpuWords.BAD_IDT, corrupt);
  }

  /** It is lost, and so is its work. */
  public void lose() {
    core.setMode(CpuMode.LOST);
  }

  // ---- for engines that compare states ----

  /** Did its last step only find that a section cannot begin yet? Then nothing has changed. */
  public boolean hasToRetry() {
    return step.operation == Operation.RETRY;
  }

  /**
   * From now on a section that cannot begin yet leaves the CPU before it, for the engine to retry;
   * and a section's requests to memory are performed at once.
   *
   * @param memory of its machine
   */
  public void triesSections(Memory memory) {
    waiting.neverParksInSections();
    core.direct = memory;
  }

  /**
   * From now on it loads and stores directly where no other CPU can tell; to the engine each access
   * still looks like a request.
   *
   * @param memory of its machine
   */
  public void loadsAndStores(Memory memory) {
    answers.loadsAndStores(memory);
  }
}
