package lastwords.machine.cpu;

import static lastwords.machine.layout.CpuWords.BAD_IDT;
import static lastwords.machine.layout.CpuWords.CONTEXT;
import static lastwords.machine.layout.CpuWords.DEADLINE;
import static lastwords.machine.layout.CpuWords.FLAGS;
import static lastwords.machine.layout.CpuWords.FP;
import static lastwords.machine.layout.CpuWords.IF;
import static lastwords.machine.layout.CpuWords.IN_NMI;
import static lastwords.machine.layout.CpuWords.IRQS_OFF_AT;
import static lastwords.machine.layout.CpuWords.LAPIC_OFF;
import static lastwords.machine.layout.CpuWords.LINK_INTERRUPT;
import static lastwords.machine.layout.CpuWords.LINK_TASK;
import static lastwords.machine.layout.CpuWords.MODE;
import static lastwords.machine.layout.CpuWords.NOTES;
import static lastwords.machine.layout.CpuWords.NOTE_TABLE;
import static lastwords.machine.layout.CpuWords.NOTE_WORDS;
import static lastwords.machine.layout.CpuWords.NOTING;
import static lastwords.machine.layout.CpuWords.PC;
import static lastwords.machine.layout.CpuWords.PENDING;
import static lastwords.machine.layout.CpuWords.PRIVATES;
import static lastwords.machine.layout.CpuWords.RELAX_PC;
import static lastwords.machine.layout.CpuWords.STACK_BITS;
import static lastwords.machine.layout.CpuWords.STACK_WORDS;
import static lastwords.machine.layout.CpuWords.STALLED;
import static lastwords.machine.layout.CpuWords.STALLS_END;
import static lastwords.machine.layout.CpuWords.TARGET;
import static lastwords.machine.layout.CpuWords.TIMEOUT;
import static lastwords.machine.layout.CpuWords.pack;

import java.util.Arrays;
import java.util.function.IntPredicate;
import lastwords.kernelc.image.Op;
import lastwords.machine.bus.LastStep;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.Timing;
import lastwords.machine.bus.Wiring;
import lastwords.machine.layout.CpuTables;
import lastwords.machine.layout.CpuWords;
import lastwords.machine.part.InterruptController;
import lastwords.machine.text.TextOps;
import lastwords.machine.text.Texts;

/**
 * A CPU: registers, flags, a stack of frames and contexts, and what it waits for. A step runs local
 * instructions until one operation on another part is asked for ({@link #step} returns true, the
 * answer goes to {@link #complete}) or takes an interrupt, or ends a wait.
 *
 * <p>Every waiting instruction starts again after an interrupt, as the hardware's string
 * instructions do.
 */
public final class Cpu implements LastStep {
  /** What a CPU is doing. */
  public enum Mode {
    RUNNING,
    /** Registers what it waits for, word by word. */
    PARKING,
    /** Stands in line for a lock. */
    LOCK,
    /** Spins until a word changes. */
    POLL,
    DELAY,
    UART,
    HALTED,
    /** An endless loop without a body. */
    FOREVER,
    /** Its workload is over: idle. */
    DONE,
    /** It can never run again. */
    LOST;

    private static final Mode[] ALL = values();
  }

  // ---- contexts ----
  public static final int TASK = 0;
  public static final int HARDIRQ = 2;
  public static final int NMI = 3;

  // ---- contexts of steps: one of those, and ----
  public static final int CONTEXT_MASK = 3;
  public static final int IRQS_OFF = 4;

  /** The NMI has interrupted a hard interrupt. */
  public static final int NMI_IN_HARDIRQ = 8;

  public final int number;
  public final CpuTables tables;
  final Timing timing;
  final Request request = new Request();
  final CpuTrail trail = new CpuTrail(this);
  final Stacks stacks = new Stacks(this);
  private final PendingRequests answers;
  private final Interpreter interpreter;
  private final Frames frames;
  final HardwareFrames hardware = new HardwareFrames(this);
  private final boolean nmi; // does the machine have one?
  long[] w;
  public int at;
  public int stack;

  // ---- of the last step, for the trace and the clock ----
  Operation operation = Operation.COMPUTE;
  long target;
  long argument;
  long result;
  int stepPc;
  int stepContext;
  boolean stepIrqsOff; // from its beginning, or from an instruction in it
  int instructions;

  // ---- of the section that it is in: a section is over when the step is ----
  boolean section;
  int sectionPc;
  boolean parks = true; // when a section cannot begin, does it wait for what that depends on?
  Memory direct; // does what a section asks of memory at once; or null
  Memory near; // does whatever this CPU asks of memory at once; or null

  public Cpu(
      int number, CpuTables tables, Timing timing, Wiring wiring, Texts texts, TextOps textOps) {
    this.number = number;
    this.tables = tables;
    this.timing = timing;
    this.nmi = wiring.config().nmi();
    this.answers = new PendingRequests(this, wiring, textOps);
    CpuWaits waiting = new CpuWaits(this, answers, wiring);
    this.frames = new Frames(this);
    PointerAccess access = new PointerAccess(this, answers, frames, textOps, texts);
    SystemCalls calls = new SystemCalls(this, wiring, textOps, answers, waiting, frames, access);
    this.interpreter = new Interpreter(this, calls, answers, waiting, frames, access);
    request.cpu = number;
  }

  /** Words of state it needs. */
  public int words() {
    return PRIVATES + tables.privateWords + tables.savedWords + tables.stackWords;
  }

  /** Gives it its slice. */
  public void attach(long[] state, int newAt) {
    w = state;
    at = newAt;
    stack = at + PRIVATES + tables.privateWords + tables.savedWords;
  }

  /** Power on: nothing to do, interrupts on. */
  public void reset(long[] privates) {
    Arrays.fill(w, at, at + words(), 0);
    System.arraycopy(privates, 0, w, at + PRIVATES, privates.length);
    becomeIdle();
  }

  /** Starts a function without arguments as this CPU's task. */
  public void start(int function) {
    Arrays.fill(w, stack, stack + STACK_WORDS, 0); // other stacks are left as they are
    if (tables.bit[CpuTables.TASK_OVER] >= 0) {
      w[at + PENDING] &= ~(1L << tables.bit[CpuTables.TASK_OVER]);
    }
    trail.cameBackTo(0);
    w[stack] = pack(LINK_TASK, 0);
    w[at + FP] = 2;
    w[at + PC] = tables.entry[function];
    w[at + CONTEXT] = TASK;
    setFlag(IF, true);
    setMode(2 + tables.frameWords[function] > STACK_WORDS ? Mode.LOST : Mode.RUNNING);
  }

  void becomeIdle() {
    int base = Stacks.baseOf((int) w[at + FP]);
    trail.cameBackTo(base);
    w[at + PC] = -1;
    w[at + FP] = base;
    w[at + CONTEXT] = TASK;
    setFlag(IF, true);
    setFlag(IN_NMI, false);
    setMode(Mode.DONE);
  }

  // ---- what engines ask ----

  public int number() {
    return number;
  }

  public Mode mode() {
    return Mode.ALL[(int) w[at + MODE]];
  }

  /** Can it make a step now? */
  public boolean runnable() {
    int mode = (int) w[at + MODE];
    if ((w[at + FLAGS] & STALLED) != 0 || mode == Mode.LOST.ordinal()) {
      return false;
    }
    return mode <= Mode.PARKING.ordinal() || deliverable() >= 0;
  }

  /** When what it waits for ends by itself; Long.MAX_VALUE when it does not. */
  public long deadline() {
    int mode = (int) w[at + MODE];
    boolean timed = mode == Mode.DELAY.ordinal() || mode == Mode.POLL.ordinal();
    return timed && w[at + DEADLINE] != 0 ? w[at + DEADLINE] : Long.MAX_VALUE;
  }

  public boolean irqsOn() {
    return (w[at + FLAGS] & IF) != 0;
  }

  public boolean stalled() {
    return (w[at + FLAGS] & STALLED) != 0;
  }

  public boolean lapicOff() {
    return (w[at + FLAGS] & LAPIC_OFF) != 0;
  }

  /** Has the kernel taken it out of the CPUs that are online? */
  public boolean offline() {
    return (w[at + FLAGS] & CpuWords.OFFLINE) != 0;
  }

  public int context() {
    return (int) (w[at + CONTEXT] & 3);
  }

  @Override
  public int pc() {
    return (int) w[at + PC];
  }

  /** Does this vector wait to be taken? */
  public boolean pending(int vector) {
    return tables.bit[vector] >= 0 && (w[at + PENDING] >>> tables.bit[vector] & 1) != 0;
  }

  /** Some vector that waits to be taken, or -1. */
  public int anyPending() {
    long pending = w[at + PENDING];
    return pending == 0 ? -1 : tables.vectorOfBit[63 - Long.numberOfLeadingZeros(pending)];
  }

  /**
   * Where interrupts were switched off last, as a pc: of the code that did it, or of the handler's
   * entry.
   */
  public int irqsOffAt() {
    return (int) w[at + IRQS_OFF_AT] - 1;
  }

  /** Has it gone on with another task since panic() was in its final loop there? */
  public boolean leftFinalLoop() {
    return (w[at + FLAGS] & CpuWords.LEFT_FINAL) != 0;
  }

  /** Can it have more than one task? */
  public boolean severalStacks() {
    return tables.stacks > 1;
  }

  /** The lock it stands in line for, or -1. */
  public int awaitedLock() {
    return mode() == Mode.LOCK ? (int) w[at + TARGET] : -1;
  }

  /** The serial port it sends to, or -1. */
  public int awaitedUart() {
    return mode() == Mode.UART ? (int) w[at + TARGET] : -1;
  }

  /** How many words or locks its spinning depends on. */
  public int watched() {
    return mode() == Mode.POLL ? (int) w[at + NOTES] : 0;
  }

  /** Part number of the i-th of them. */
  public int watchedPart(int i) {
    return (int) w[at + NOTE_TABLE + i * NOTE_WORDS];
  }

  /** Address (of memory) of the i-th of them. */
  public int watchedAddress(int i) {
    return (int) w[at + NOTE_TABLE + i * NOTE_WORDS + 1];
  }

  /** As {@link #watched}, and also while it still registers with them. */
  public int spinsOn() {
    int mode = (int) w[at + MODE];
    boolean waits = mode == Mode.POLL.ordinal() || mode == Mode.PARKING.ordinal();
    return waits ? (int) w[at + NOTES] : 0;
  }

  // ---- what happens to it ----

  /**
   * An interrupt arrives; it stays pending until it can be taken. False when it is not taken notice
   * of: nothing handles it, or it is not an NMI and the local APIC is disabled.
   */
  public boolean deliver(int vector) {
    boolean known =
        vector >= 0
            && vector < tables.bit.length
            && (nmi || vector != InterruptController.NMI_VECTOR);
    int bit = known ? tables.bit[vector] : -1;
    if (bit < 0 || hardware.isDeafTo(vector)) {
      return false;
    }
    hardware.take(vector, bit);
    return true;
  }

  /** Something that it waits for has changed. */
  public void wake() {
    int mode = (int) w[at + MODE];
    boolean waits = mode == Mode.LOCK.ordinal() || mode == Mode.POLL.ordinal();
    if (waits || mode == Mode.PARKING.ordinal()) {
      setMode(Mode.RUNNING);
    }
  }

  /** Its deadline has passed. */
  public void timeout() {
    int mode = (int) w[at + MODE];
    if (mode == Mode.DELAY.ordinal() || mode == Mode.POLL.ordinal()) {
      setFlag(TIMEOUT, true);
      setMode(Mode.RUNNING);
    }
  }

  /** Its text is out. */
  public void uartDone(long characters) {
    if (mode() == Mode.UART) {
      answers.finishUart(characters);
    }
  }

  /** A stalled CPU runs nothing and answers nothing, not even NMIs. */
  public void stall(boolean stalled) {
    setFlag(STALLED, stalled);
  }

  /** A stall of it may end: stalled, it keeps all that it needs to go on. */
  public void stallsMayEnd() {
    setFlag(STALLS_END, true);
  }

  /**
   * Before it is stalled: true when {@link #request()} is to be performed, which makes its serial
   * port stop sending.
   */
  public boolean stopSending() {
    if (mode() != Mode.UART) {
      return false;
    }
    answers.stopUart();
    return true;
  }

  /** The next interrupt or NMI that it takes is its end, or is not. */
  public void corruptIdt(boolean corrupt) {
    setFlag(BAD_IDT, corrupt);
  }

  /** It is gone, with what it was doing. */
  public void lose() {
    setMode(Mode.LOST);
  }

  /**
   * Is it in the middle of a section of its code that is one step? Then the engine lets it go on
   * before anything else happens.
   */
  public boolean inSection() {
    return section;
  }

  /** What it did last was to find out that a section cannot begin yet: nothing has changed. */
  public boolean hasToRetry() {
    return operation == Operation.RETRY;
  }

  // ---- for engines that compare states ----

  /**
   * From here on a section that cannot begin yet leaves the CPU before it, for the engine to try it
   * again; and what a section asks of memory is done at once.
   *
   * @param memory of its machine
   */
  public void triesSections(Memory memory) {
    parks = false;
    direct = memory;
  }

  /** Can an interrupt reach it when its flag is off? */
  boolean takesNmis() {
    return nmi && tables.bit[InterruptController.NMI_VECTOR] >= 0;
  }

  /**
   * From here on it loads and stores by itself, as far as that concerns nobody else; to the engine
   * it looks as if it had asked.
   *
   * @param memory of its machine
   */
  public void loadsAndStores(Memory memory) {
    near = memory;
  }

  /** Would its next step be to take an interrupt? */
  public boolean takesInterrupt() {
    return deliverable() >= 0;
  }

  /** Is its wait one turn of a polling loop, which an interrupt has broken off? */
  public boolean betweenTurns() {
    return mode() == Mode.DELAY && tables.code[4 * pc()] == Op.POLL;
  }

  /** Is one more turn of a spinning loop needed to know that it waits? */
  public boolean spinning() {
    return mode() == Mode.RUNNING && w[at + NOTING] == 1 && w[at + RELAX_PC] != 0;
  }

  /** Is one of its frames, down to the one that hardware entered, at such an instruction? */
  public boolean within(IntPredicate place) {
    return Backtrace.within(this, place);
  }

  /** Does it spin on this word of memory, or (whatever the address) on this other part? */
  public boolean awaits(int part, int address, boolean memory) {
    int mode = (int) w[at + MODE];
    boolean waits = mode == Mode.POLL.ordinal() || mode == Mode.PARKING.ordinal();
    for (int i = 0; waits && i < w[at + NOTES]; i++) {
      if (watchedPart(i) == part && (!memory || watchedAddress(i) == address)) {
        return true;
      }
    }
    return false;
  }

  // ---- stepping ----

  /**
   * Makes one step. True: {@link #request()} has to be performed by the part it names and then
   * {@link #complete} be called, which ends the step.
   */
  public boolean step(long now) {
    instructions = 0;
    argument = 0;
    target = 0;
    result = 0;
    stepPc = (int) w[at + PC];
    stepContext = nestedContext();
    stepIrqsOff = !irqsOn();
    int vector = section ? -1 : deliverable();
    if (vector >= 0) {
      return interrupted(vector);
    }
    return interpreter.run(now);
  }

  /** Takes the answer of the request; ends the step. */
  public void complete(long now) {
    answers.complete(now);
    operation = Operation.of(request.operation);
    target = request.target;
    result = request.result;
    stepPc = request.pc;
  }

  public Request request() {
    return request;
  }

  private boolean interrupted(int vector) {
    if (mode() == Mode.UART) {
      answers.stopUart();
      return true;
    }
    operation = Operation.INTERRUPT;
    target = vector;
    if ((w[at + FLAGS] & BAD_IDT) != 0) {
      operation = Operation.WEDGE;
      setMode(Mode.LOST);
      return false;
    }
    w[at + PENDING] &= ~(1L << tables.bit[vector]);
    enter(
        tables.handler[vector],
        LINK_INTERRUPT,
        vector == InterruptController.NMI_VECTOR ? NMI : HARDIRQ);
    return false;
  }

  /** The vector it would take now, or -1. */
  int deliverable() {
    long pending = w[at + PENDING];
    if (pending == 0) {
      return -1;
    }
    long flags = w[at + FLAGS];
    int nmiBit = tables.bit[InterruptController.NMI_VECTOR];
    if (nmiBit >= 0 && (pending >>> nmiBit & 1) != 0) {
      if ((flags & IN_NMI) == 0) {
        return InterruptController.NMI_VECTOR;
      }
      pending &= ~(1L << nmiBit);
    }
    boolean open = (flags & IF) != 0 && pending != 0;
    return open ? tables.vectorOfBit[63 - Long.numberOfLeadingZeros(pending)] : -1;
  }

  /** Enters a function by hardware: interrupt, trap or breakpoint. */
  void enter(int function, int link, int context) {
    hardware.enter(function, link, context);
  }

  /** Returns from what {@link #enter} entered. */
  void leave() {
    hardware.leave();
  }

  /**
   * Is that an instruction, and does its function's frame fit there? A wild pointer may have
   * overwritten what a function returns to.
   */
  public boolean isFrame(int pc, int fp) {
    boolean code = pc >= 0 && pc < tables.functionOfPc.length;
    int slot = fp & STACK_WORDS - 1;
    boolean inside = slot >= 2 && fp >>> STACK_BITS < tables.stacks;
    return code && inside && slot + tables.frameWordsAt(pc) <= STACK_WORDS;
  }

  // ---- small things ----

  void setMode(Mode mode) {
    section &= mode == Mode.RUNNING;
    w[at + MODE] = mode.ordinal();
  }

  void setFlag(int flag, boolean on) {
    w[at + FLAGS] = on ? w[at + FLAGS] | flag : w[at + FLAGS] & ~flag;
  }

  /** The pcs of its frames, innermost first, across interrupts. */
  public int[] backtrace() {
    return Backtrace.of(this);
  }

  /**
   * Where it was when the innermost interrupt or NMI that it is in came: the pcs of the frames
   * below that; all of them when it is in none.
   */
  public int[] interruptedAt() {
    return Backtrace.interruptedAt(this);
  }

  /** Operation, target, argument and result of the last step, for the trace. */
  @Override
  public Operation lastOperation() {
    return operation;
  }

  @Override
  public long lastTarget() {
    return target;
  }

  @Override
  public long lastArgument() {
    return argument;
  }

  @Override
  public long lastResult() {
    return result;
  }

  @Override
  public int lastPc() {
    return stepPc;
  }

  /** Its context, with {@link #IRQS_OFF} and {@link #NMI_IN_HARDIRQ}. */
  @Override
  public int lastContext() {
    return stepIrqsOff ? stepContext | IRQS_OFF : stepContext;
  }

  private int nestedContext() {
    long levels = w[at + CONTEXT];
    int level = (int) (levels & CONTEXT_MASK);
    for (long outer = levels >>> 2; level == NMI && outer != 0; outer >>>= 2) {
      if ((outer & CONTEXT_MASK) == HARDIRQ) {
        return level | NMI_IN_HARDIRQ;
      }
    }
    return level;
  }

  /** Local instructions of the last step. */
  @Override
  public int lastInstructions() {
    return instructions;
  }
}
