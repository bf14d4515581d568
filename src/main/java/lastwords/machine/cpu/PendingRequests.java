package lastwords.machine.cpu;

import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.SystemCall;
import lastwords.machine.bus.Wiring;
import lastwords.machine.cpu.Cpu.Mode;
import lastwords.machine.layout.CpuWords;
import lastwords.machine.text.TextOps;

/**
 * What a CPU asks of other parts, and what it does with their answers. While a loop may turn out to
 * be mere waiting, it notes the words and locks that were read.
 */
final class PendingRequests {
  private static final long LIMIT_MASK = 0xffffffffL;

  /** What to do with an answer. */
  private enum Answer {
    /** r[slot] = result; go on behind the instruction. */
    STORE,
    /** As STORE; and the word read may be one that a loop waits for. */
    READ,
    /**
     * The operand in r[slot] was a char array's pointer and becomes a pointer to the text; start
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
    /** The CPU goes on in another kernel, with the function that it asked for. */
    JUMP,
    /** There is no answer: the CPU has left the kernel. */
    LEAVE
  }

  private final Cpu cpu;
  private final Wiring wiring;
  private final TextOps textOps;
  private Answer answer = Answer.STORE;
  private int answerSlot;
  private long answerOffset;

  PendingRequests(Cpu cpu, Wiring wiring, TextOps textOps) {
    this.cpu = cpu;
    this.wiring = wiring;
    this.textOps = textOps;
  }

  /** Asks memory, from the instruction at pc. */
  void ask(int pc, int count, Operation operation, long target, long a, long b) {
    cpu.w[cpu.at + CpuWords.PC] = pc;
    cpu.instructions = count;
    ask(wiring.memory(), operation, target, a, b);
  }

  /** Loads a word into r[slot]. True when memory has to be asked for it. */
  boolean load(int pc, int count, int slot, int address) {
    if (cpu.near == null) {
      ask(pc, count, Operation.LOAD, address, 0, 0);
      return answerTo(Answer.READ, slot);
    }
    long value = cpu.near.word(address);
    cpu.result = value;
    note(wiring.memory(), address, value);
    cpu.w[frame() + slot] = value;
    return did(Operation.LOAD, pc, count, address);
  }

  /** Stores a word. True when memory has to be asked for it. */
  boolean store(int pc, int count, int address, long value) {
    if (cpu.near == null || !cpu.near.poke(address, value)) {
      ask(pc, count, Operation.STORE, address, value, 0);
      return answerTo(Answer.STORE, -1);
    }
    changed();
    cpu.argument = value;
    return did(Operation.STORE, pc, count, address);
  }

  /** The step is over, without having asked anybody. */
  private boolean did(Operation operation, int pc, int count, int address) {
    cpu.operation = operation;
    cpu.target = address;
    cpu.stepPc = pc;
    cpu.instructions = count;
    cpu.w[cpu.at + CpuWords.PC] = pc + 1;
    return false;
  }

  /** Asks a part, from the instruction that the CPU is at. */
  void ask(int part, Operation operation, long target, long a, long b) {
    cpu.request.set(part, operation, target, a, b);
    cpu.request.pc = (int) cpu.w[cpu.at + CpuWords.PC];
    cpu.request.context = cpu.context();
    cpu.argument = a;
  }

  private boolean answerTo(Answer newAnswer, int slot) {
    answer = newAnswer;
    answerSlot = slot;
    return true;
  }

  int storeAnswer(int slot) {
    answerTo(Answer.STORE, slot);
    return Interpreter.ASKED;
  }

  int readAnswer(int slot) {
    answerTo(Answer.READ, slot);
    return Interpreter.ASKED;
  }

  int lockAnswer() {
    answerTo(Answer.LOCK, -1);
    return Interpreter.ASKED;
  }

  int trylockAnswer(int slot) {
    answerTo(Answer.TRYLOCK, slot);
    return Interpreter.ASKED;
  }

  int textAnswer(int slot) {
    answerTo(Answer.TEXT, slot);
    return Interpreter.ASKED;
  }

  int noAnswer() {
    answerTo(Answer.LEAVE, -1);
    return Interpreter.ASKED;
  }

  int jumpAnswer() {
    answerTo(Answer.JUMP, -1);
    return Interpreter.ASKED;
  }

  int uartAnswer(int slot) {
    answerTo(Answer.UART, slot);
    return Interpreter.ASKED;
  }

  /**
   * Asks for the text of the char array that r[slot] points to; the instruction then starts again.
   */
  int resolve(int slot, long pointer) {
    ask(wiring.memory(), Operation.LOAD, Pointer.object(pointer), 0, 0);
    answerOffset = Pointer.offset(pointer);
    answerTo(Answer.RESOLVE, slot);
    return Interpreter.ASKED;
  }

  void stopUart() {
    ask(wiring.uart((int) cpu.w[cpu.at + CpuWords.TARGET]), Operation.UART_STOP, 0, 0, 0);
    answerTo(Answer.UART_STOP, -1);
  }

  /** Something else than reading happened: the loop around it is no mere waiting. */
  void changed() {
    if (cpu.w[cpu.at + CpuWords.NOTING] == 1) {
      cpu.w[cpu.at + CpuWords.NOTING] = 2;
    }
  }

  void complete(long now) {
    Request request = cpu.request;
    switch (answer) {
      case STORE -> {
        changed();
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
      case JUMP -> cpu.hardware.startOver((int) request.a, true);
      case LEAVE -> cpu.setMode(Mode.LOST);
      case UART_STOP -> stopped(request);
      case TEXT -> {
        changed();
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
    changed();
    if (request.result != 0) {
      cpu.setMode(Mode.RUNNING);
      cpu.w[cpu.at + CpuWords.PC]++;
    } else {
      cpu.w[cpu.at + CpuWords.TARGET] = wiring.lockOf(request.part);
      cpu.setMode(Mode.LOCK);
    }
  }

  private void tried(Request request) {
    if (request.result == 0) {
      note(request.part, request.target, 1);
    } else {
      changed();
    }
    done(request.result);
  }

  private void compared(Request request) {
    if (request.result == request.a) {
      changed();
    } else {
      note(request.part, request.target, request.result);
    }
    done(request.result);
  }

  private void note(Request request) {
    if (request.operation == Operation.LOAD.ordinal()) {
      note(request.part, request.target, request.result);
    } else if (request.operation == Operation.TEXT.ordinal()) {
      changed();
    } else {
      note(request.part, request.target, request.result);
    }
  }

  private void note(int part, long target, long value) {
    long[] w = cpu.w;
    int at = cpu.at;
    if (w[at + CpuWords.NOTING] != 1) {
      return;
    }
    int notes = (int) w[at + CpuWords.NOTES];
    for (int i = 0; i < notes; i++) {
      int entry = at + CpuWords.NOTE_TABLE + i * CpuWords.NOTE_WORDS;
      if (w[entry] == part && w[entry + 1] == target && w[entry + 2] == value) {
        return;
      }
    }
    if (notes == CpuWords.NOTE_LIMIT) {
      w[at + CpuWords.NOTING] = 2;
      return;
    }
    int entry = at + CpuWords.NOTE_TABLE + notes * CpuWords.NOTE_WORDS;
    w[entry] = part;
    w[entry + 1] = target;
    w[entry + 2] = value;
    w[at + CpuWords.NOTES] = notes + 1;
    cpu.trail.noted(notes + 1);
  }

  private void watched(Request request) {
    long parked = ++cpu.w[cpu.at + CpuWords.PARKED];
    if (request.result == 0) {
      cpu.setMode(Mode.RUNNING);
    } else if (parked == cpu.w[cpu.at + CpuWords.NOTES]) {
      cpu.setMode(Mode.POLL);
    }
  }

  private void sending(Request request) {
    changed();
    if (request.result >= 0) {
      finishSending(request.result);
      return;
    }
    cpu.w[cpu.at + CpuWords.TARGET] = request.target;
    cpu.setMode(Mode.UART);
  }

  void finishUart(long characters) {
    answerSlot = cpu.tables.code[4 * cpu.pc() + 1];
    cpu.setMode(Mode.RUNNING);
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
    cpu.setMode(Mode.RUNNING);
  }

  static long limit(long word) {
    return word & LIMIT_MASK;
  }

  /** Waits for {@link #complete} to tell whether the word still has its value. */
  boolean watchAnswer() {
    return answerTo(Answer.WATCH, -1);
  }

  int compareAnswer(int slot) {
    answerTo(Answer.COMPARE, slot);
    return Interpreter.ASKED;
  }

  /** Puts a new text into the char array of this CPU's stack that it is for. */
  void textDone(Request request) {
    boolean local =
        Pointer.tag(request.target) == Pointer.STACK
            && TextOps.writes(SystemCall.of(request.builtin));
    if (local) {
      int index = Pointer.stackIndex(request.target);
      cpu.trail.wrote(index);
      cpu.w[cpu.stack + index] = request.text;
    }
  }
}
