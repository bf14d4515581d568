package lastwords.machine.cpu;

import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.Wiring;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.cpu.core.CurrentStep;
import lastwords.machine.cpu.core.LoopNotes;
import lastwords.machine.layout.CpuWords;
import lastwords.machine.part.Memory;
import lastwords.machine.text.TextOps;

/** A CPU's requests to other parts, and what it does with the answers. */
final class PendingRequests {
  private static final long LIMIT_MASK = 0xffffffffL;

  /** What to do with an answer. */
  private enum Answer {
    /** r[slot] = result; continue after the instruction. */
    STORE,
    /** As STORE; the word read may be one that a loop waits for. */
    READ,
    /**
     * r[slot] pointed to a char array, and becomes a pointer to its text; start the instruction
     * again.
     */
    RESOLVE,
    LOCK,
    TRYLOCK,
    COMPARE,
    WATCH,
    UART,
    UART_STOP,
    TEXT,
    /** The CPU continues in another kernel, with the function that it asked for. */
    JUMP,
    /** There is no answer: the CPU has left the kernel. */
    LEAVE
  }

  private final CpuCore cpu;
  private final CurrentStep step;
  private final Wiring wiring;
  private final TextOps textOps;
  private final HardwareFrames hardware;
  private final LoopNotes notes;
  private final int memory; // its part number
  private Memory near; // performs the CPU's requests to memory at once; or null
  private Answer answer = Answer.STORE;
  private int answerSlot;
  private long answerOffset;

  PendingRequests(CpuCore cpu, Wiring wiring, TextOps textOps, HardwareFrames hardware) {
    this.cpu = cpu;
    this.step = cpu.step;
    this.wiring = wiring;
    this.textOps = textOps;
    this.hardware = hardware;
    this.notes = cpu.notes;
    this.memory = wiring.memory();
  }

  /** See {@link Cpu#loadsAndStores}. */
  void loadsAndStores(Memory memory) {
    near = memory;
  }

  /** Asks memory, from the instruction at pc. */
  void ask(int pc, int count, Operation operation, long target, long a, long b) {
    cpu.w[cpu.at + CpuWords.PC] = pc;
    step.instructions = count;
    ask(memory, operation, target, a, b);
  }

  /** Loads a word into r[slot]. True when memory has to be asked for it. */
  boolean load(int pc, int count, int slot, int address) {
    if (near == null) {
      ask(pc, count, Operation.LOAD, address, 0, 0);
      return answerTo(Answer.READ, slot);
    }
    long value = near.word(address);
    step.result = value;
    notes.add(memory, address, value);
    cpu.w[frame() + slot] = value;
    return did(Operation.LOAD, pc, count, address);
  }

  /** Stores a word. True when memory has to be asked for it. */
  boolean store(int pc, int count, int address, long value) {
    if (near == null || !near.poke(address, value)) {
      ask(pc, count, Operation.STORE, address, value, 0);
      return answerTo(Answer.STORE, -1);
    }
    notes.changed();
    step.argument = value;
    return did(Operation.STORE, pc, count, address);
  }

  /** The step is over, without a request. */
  private boolean did(Operation operation, int pc, int count, int address) {
    step.operation = operation;
    step.target = address;
    step.instruction = pc;
    step.instructions = count;
    cpu.w[cpu.at + CpuWords.PC] = pc + 1;
    return false;
  }

  /** Requests an operation of a part, from the current instruction. */
  void ask(int part, Operation operation, long target, long a, long b) {
    cpu.request.set(part, operation, target, a, b);
    cpu.request.pc = (int) cpu.w[cpu.at + CpuWords.PC];
    cpu.request.context = cpu.context();
    step.argument = a;
  }

  private boolean answerTo(Answer newAnswer, int slot) {
    answer = newAnswer;
    answerSlot = slot;
    return true;
  }

  int storeAnswer(int slot) {
    answerTo(Answer.STORE, slot);
    return CurrentStep.ASKED;
  }

  int readAnswer(int slot) {
    answerTo(Answer.READ, slot);
    return CurrentStep.ASKED;
  }

  int lockAnswer() {
    answerTo(Answer.LOCK, -1);
    return CurrentStep.ASKED;
  }

  int trylockAnswer(int slot) {
    answerTo(Answer.TRYLOCK, slot);
    return CurrentStep.ASKED;
  }

  int textAnswer(int slot) {
    answerTo(Answer.TEXT, slot);
    return CurrentStep.ASKED;
  }

  int noAnswer() {
    answerTo(Answer.LEAVE, -1);
    return CurrentStep.ASKED;
  }

  int jumpAnswer() {
    answerTo(Answer.JUMP, -1);
    return CurrentStep.ASKED;
  }

  int uartAnswer(int slot) {
    answerTo(Answer.UART, slot);
    return CurrentStep.ASKED;
  }

  /**
   * Requests the text of the char array that r[slot] points to; the instruction then starts again.
   */
  int resolve(int slot, long pointer) {
    ask(memory, Operation.LOAD, Pointer.object(pointer), 0, 0);
    answerOffset = Pointer.offset(pointer);
    answerTo(Answer.RESOLVE, slot);
    return CurrentStep.ASKED;
  }

  void stopUart() {
    ask(wiring.uart((int) cpu.w[cpu.at + CpuWords.TARGET]), Operation.UART_STOP, 0, 0, 0);
    answerTo(Answer.UART_STOP, -1);
  }

  void complete(long now) {
    Request request = cpu.request;
    switch (answer) {
      case STORE -> {
        notes.changed();
        done(request.result);
      }
      case READ -> {
        note(request);
        done(request.result);
      }
      case RESOLVE -> cpu.w[frame() + answerSlot] = textOps.at(request.result, (int) answerOffset);
      case LOCK -> locked(request);
      case TRYLOCK -> tried(request);
      case COMPARE -> compared(request);
      case WATCH -> watched(request);
      case UART -> sending(request);
      case JUMP -> hardware.startOver((int) request.a, true);
      case LEAVE -> cpu.setMode(CpuMode.LOST);
      case UART_STOP -> stopped(request);
      case TEXT -> {
        notes.changed();
        textDone(request);
        done(request.result);
      }
      default -> throw new IllegalStateException("no answer expected");
    }
  }

  private int frame() {
    return cpu.stack + (int) cpu.w[cpu.at + CpuWords.FP];
  }

  private void done(long value) {
    if (answerSlot >= 0) {
      cpu.w[frame() + answerSlot] = value;
    }
    cpu.w[cpu.at + CpuWords.PC]++;
  }

  private void locked(Request request) {
    notes.changed();
    if (request.result != 0) {
      cpu.setMode(CpuMode.RUNNING);
      cpu.w[cpu.at + CpuWords.PC]++;
    } else {
      cpu.w[cpu.at + CpuWords.TARGET] = wiring.lockOf(request.part);
      cpu.setMode(CpuMode.LOCK);
    }
  }

  private void tried(Request request) {
    if (request.result == 0) {
      notes.add(request.part, request.target, 1);
    } else {
      notes.changed();
    }
    done(request.result);
  }

  private void compared(Request request) {
    if (request.result == request.a) {
      notes.changed();
    } else {
      notes.add(request.part, request.target, request.result);
    }
    done(request.result);
  }

  private void note(Request request) {
    if (request.operation == Operation.TEXT.ordinal()) {
      notes.changed();
    } else {
      notes.add(request.part, request.target, request.result);
    }
  }

  private void watched(Request request) {
    long parked = ++cpu.w[cpu.at + CpuWords.PARKED];
    if (request.result == 0) {
      cpu.setMode(CpuMode.RUNNING);
    } else if (parked == cpu.w[cpu.at + CpuWords.NOTES]) {
      cpu.setMode(CpuMode.POLL);
    }
  }

  private void sending(Request request) {
    notes.changed();
    if (request.result >= 0) {
      finishSending(request.result);
      return;
    }
    cpu.w[cpu.at + CpuWords.TARGET] = request.target;
    cpu.setMode(CpuMode.UART);
  }

  void finishUart(long characters) {
    answerSlot = cpu.tables.code[4 * cpu.pc() + 1];
    cpu.setMode(CpuMode.RUNNING);
    finishSending(characters);
  }

  private void finishSending(long characters) {
    int slot = frame() + answerSlot;
    long before = cpu.w[slot + 2] >>> 32;
    cpu.w[slot] = before + characters;
    cpu.w[cpu.at + CpuWords.PC]++;
  }

  private void stopped(Request request) {
    int slot = frame() + cpu.tables.code[4 * cpu.pc() + 1];
    cpu.w[slot + 1] += request.result;
    cpu.w[slot + 2] += request.result << 32;
    cpu.setMode(CpuMode.RUNNING);
  }

  static long limit(long word) {
    return word & LIMIT_MASK;
  }

  /** Waits for {@link #complete} to say whether the word still has its value. */
  boolean watchAnswer() {
    return answerTo(Answer.WATCH, -1);
  }

  int compareAnswer(int slot) {
    answerTo(Answer.COMPARE, slot);
    return CurrentStep.ASKED;
  }

  /** Stores the new text in the char array on this CPU's stack that it is meant for. */
  void textDone(Request request) {
    boolean local =
        Pointer.tag(request.target) == Pointer.STACK && TextOps.writes(Builtin.of(request.builtin));
    if (local) {
      int index = Pointer.stackIndex(request.target);
      cpu.trail.wrote(index);
      cpu.w[cpu.stack + index] = request.text;
    }
  }
}
