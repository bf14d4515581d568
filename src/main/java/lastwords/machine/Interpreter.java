package lastwords.machine;

import java.util.Arrays;
import lastwords.kernelc.Op;
import lastwords.kernelc.Pointer;
import lastwords.machine.Cpu.Mode;

/** Runs the byte code of one CPU up to its next operation on another part. */
final class Interpreter {
  /** Local instructions after which a step ends even without an operation. */
  private static final int SLICE = 4096;

  /** What to do with an answer. */
  private enum Answer {
    /** r[slot] = result; go on behind the instruction. */
    STORE,
    /** As STORE; and the word read may be one that a loop waits for. */
    READ,
    /** The operand in r[slot] was a char array's pointer and becomes a pointer to the text; start again. */
    RESOLVE,
    LOCK,
    TRYLOCK,
    COMPARE,
    WATCH,
    UART,
    UART_STOP,
    TEXT,
    /** There is no answer: the CPU has left the kernel. */
    LEAVE
  }

  private final Cpu cpu;
  private final SystemCalls calls;
  private final Wiring wiring;
  private final TextOps textOps;
  private final Texts texts;
  private Answer answer = Answer.STORE;
  private int answerSlot;
  private long answerOffset;

  Interpreter(Cpu cpu, SystemCalls calls, Wiring wiring, TextOps textOps, Texts texts) {
    this.cpu = cpu;
    this.calls = calls;
    this.wiring = wiring;
    this.textOps = textOps;
    this.texts = texts;
    calls.attach(this);
  }

  /** True when the CPU's request is to be performed. */
  boolean run(long now) {
    if (cpu.mode() == Mode.PARKING) {
      return park();
    }
    final long[] w = cpu.w;
    final int[] code = cpu.tables.code;
    int pc = (int) w[cpu.at + Cpu.PC];
    int r = cpu.stack + (int) w[cpu.at + Cpu.FP];
    for (int count = 1; ; count++) {
      int i = pc << 2;
      int a = code[i + 1];
      int b = code[i + 2];
      int c = code[i + 3];
      switch (code[i]) {
        case Op.NOP -> pc++;
        case Op.IMM -> {
          w[r + a] = b;
          pc++;
        }
        case Op.CONST -> {
          w[r + a] = cpu.tables.constants[b];
          pc++;
        }
        case Op.MOV -> {
          w[r + a] = w[r + b];
          pc++;
        }
        case Op.ADD -> {
          w[r + a] = w[r + b] + w[r + c];
          pc++;
        }
        case Op.SUB -> {
          w[r + a] = w[r + b] - w[r + c];
          pc++;
        }
        case Op.MUL -> {
          w[r + a] = w[r + b] * w[r + c];
          pc++;
        }
        case Op.DIV, Op.MOD, Op.UDIV, Op.UMOD -> {
          if (w[r + c] == 0) {
            return trap(pc, CpuTables.TRAP_DIVIDE, count);
          }
          w[r + a] = Arithmetic.divide(code[i], w[r + b], w[r + c]);
          pc++;
        }
        case Op.AND -> {
          w[r + a] = w[r + b] & w[r + c];
          pc++;
        }
        case Op.OR -> {
          w[r + a] = w[r + b] | w[r + c];
          pc++;
        }
        case Op.XOR -> {
          w[r + a] = w[r + b] ^ w[r + c];
          pc++;
        }
        case Op.SHL -> {
          w[r + a] = w[r + b] << w[r + c];
          pc++;
        }
        case Op.SAR -> {
          w[r + a] = w[r + b] >> w[r + c];
          pc++;
        }
        case Op.SHR -> {
          w[r + a] = w[r + b] >>> w[r + c];
          pc++;
        }
        case Op.ADDI -> {
          w[r + a] = w[r + b] + c;
          pc++;
        }
        case Op.NEG -> {
          w[r + a] = -w[r + b];
          pc++;
        }
        case Op.NOT -> {
          w[r + a] = ~w[r + b];
          pc++;
        }
        case Op.EQ -> {
          w[r + a] = w[r + b] == w[r + c] ? 1 : 0;
          pc++;
        }
        case Op.NE -> {
          w[r + a] = w[r + b] != w[r + c] ? 1 : 0;
          pc++;
        }
        case Op.LT -> {
          w[r + a] = w[r + b] < w[r + c] ? 1 : 0;
          pc++;
        }
        case Op.LE -> {
          w[r + a] = w[r + b] <= w[r + c] ? 1 : 0;
          pc++;
        }
        case Op.ULT -> {
          w[r + a] = Long.compareUnsigned(w[r + b], w[r + c]) < 0 ? 1 : 0;
          pc++;
        }
        case Op.ULE -> {
          w[r + a] = Long.compareUnsigned(w[r + b], w[r + c]) <= 0 ? 1 : 0;
          pc++;
        }
        case Op.LNOT -> {
          w[r + a] = w[r + b] == 0 ? 1 : 0;
          pc++;
        }
        case Op.EXT -> {
          w[r + a] = Narrow.to(c, w[r + b]);
          pc++;
        }
        case Op.JMP -> pc = a;
        case Op.JZ -> pc = w[r + a] == 0 ? b : pc + 1;
        case Op.JNZ -> pc = w[r + a] != 0 ? b : pc + 1;
        case Op.LEAS -> {
          w[r + a] = Pointer.ofStack(Pointer.STACK, cpu.number, r - cpu.stack + b);
          pc++;
        }
        case Op.LDC -> {
          w[r + a] = cpu.tables.readOnly[b];
          pc++;
        }
        case Op.LDP -> {
          w[r + a] = w[cpu.at + Cpu.PRIVATES + b];
          pc++;
        }
        case Op.STP -> {
          w[cpu.at + Cpu.PRIVATES + a] = w[r + b];
          changed();
          pc++;
        }
        case Op.LDG -> {
          ask(pc, count, Operation.LOAD, b, 0, 0);
          return answerTo(Answer.READ, a);
        }
        case Op.STG -> {
          ask(pc, count, Operation.STORE, a, w[r + b], 0);
          return answerTo(Answer.STORE, -1);
        }
        case Op.CALL -> {
          if (overflows(r, a, b)) {
            return trap(pc, CpuTables.TRAP_STACK, count);
          }
          if (w[cpu.at + Cpu.BREAK] != 0 && breaks(a)) {
            call(pc, r, a, b, c);
            return hitBreakpoint(count);
          }
          call(pc, r, a, b, c);
          pc = cpu.tables.entry[a];
          r += b + 2;
        }
        case Op.RET -> {
          long value = a < 0 ? 0 : w[r + a];
          int link = Cpu.low(w[r - 2]);
          if (link < 0) {
            return returned(pc, link, count);
          }
          int callerFp = (int) w[r - 1];
          w[r - 2] = value;
          w[cpu.at + Cpu.FP] = callerFp;
          r = cpu.stack + callerFp;
          pc = link;
        }
        default -> {
          w[cpu.at + Cpu.PC] = pc;
          cpu.stepPc = pc;
          int next = other(code[i], pc, r, a, b, c, now, count);
          if (next < 0) {
            return next == ASKED;
          }
          pc = next;
          r = cpu.stack + (int) w[cpu.at + Cpu.FP];
        }
      }
      if (count >= SLICE) {
        return end(pc, Operation.COMPUTE, count);
      }
    }
  }

  /** Results of {@link #other} and of system calls besides the next pc. */
  static final int ASKED = -1;

  static final int ENDED = -2;

  /** The rarer instructions. The next pc, or ASKED or ENDED when the step is over. */
  private int other(int op, int pc, int r, int a, int b, int c, long now, int count) {
    long[] w = cpu.w;
    cpu.instructions = count;
    switch (op) {
      case Op.LD:
        return load(pc, r, a, w[r + b]);
      case Op.ST:
        return store(pc, w[r + a], w[r + b]);
      case Op.LDCH:
        return loadCharacter(pc, r, a, w[r + b]);
      case Op.STCH:
        return storeCharacter(pc, w[r + a], w[r + b]);
      case Op.RMW:
        return modify(pc, r, a, c & 0xff, (byte) (c >> 8));
      case Op.SYS:
        return calls.call(SystemCall.of(b), pc, r, a, c, now);
      case Op.CALLR:
        return callThrough(pc, r, a, b, c);
      case Op.LEAP:
        int owner = c < 0 ? cpu.number : (int) w[r + c];
        w[r + a] = Pointer.of(Pointer.DATA, cpu.tables.globalWords + owner * cpu.tables.perCpuWords + b);
        return owner < 0 || owner >= wiring.cpus() ? trapped(pc, CpuTables.TRAP_POINTER) : pc + 1;
      case Op.INDEX:
        return index(pc, r, a, w[r + b], cpu.tables.constants[c]);
      case Op.VASTART:
        int extra = Cpu.high(w[r - 2]);
        w[r + a] = Pointer.ofStack(Pointer.VARARGS, cpu.number, r - cpu.stack - 2 - extra) + extra;
        return pc + 1;
      case Op.POLLBEGIN:
        w[cpu.at + Cpu.NOTING] = 1;
        w[cpu.at + Cpu.NOTES] = 0;
        w[cpu.at + Cpu.RELAX_PC] = 0;
        return pc + 1;
      case Op.POLL:
        return poll(pc, r, a, b, now);
      case Op.CHARS:
        w[r + a] = 0;
        return pc + 1;
      case Op.FOREVER:
        cpu.setMode(Mode.FOREVER);
        cpu.operation = Operation.SPIN;
        return ENDED;
      default:
        throw new IllegalStateException("no such instruction: " + op + " at " + pc);
    }
  }

  // ---- memory ----

  private int load(int pc, int r, int dst, long pointer) {
    switch (Pointer.tag(pointer)) {
      case Pointer.DATA:
        if (!inData(pointer)) {
          return trapped(pc, CpuTables.TRAP_POINTER);
        }
        ask(pc, cpu.instructions, Operation.LOAD, Pointer.object(pointer), 0, 0);
        answerTo(Answer.READ, dst);
        return ASKED;
      case Pointer.STACK:
        if (!ownStack(pointer)) {
          return trapped(pc, CpuTables.TRAP_POINTER);
        }
        cpu.w[r + dst] = cpu.w[cpu.stack + Pointer.stackIndex(pointer)];
        return pc + 1;
      default:
        return trapped(pc, CpuTables.TRAP_POINTER);
    }
  }

  private int store(int pc, long pointer, long value) {
    switch (Pointer.tag(pointer)) {
      case Pointer.DATA:
        if (!inData(pointer)) {
          return trapped(pc, CpuTables.TRAP_POINTER);
        }
        ask(pc, cpu.instructions, Operation.STORE, Pointer.object(pointer), value, 0);
        answerTo(Answer.STORE, -1);
        return ASKED;
      case Pointer.STACK:
        if (!ownStack(pointer)) {
          return trapped(pc, CpuTables.TRAP_POINTER);
        }
        cpu.w[cpu.stack + Pointer.stackIndex(pointer)] = value;
        return pc + 1;
      default:
        return trapped(pc, CpuTables.TRAP_POINTER);
    }
  }

  boolean inData(long pointer) {
    int address = Pointer.object(pointer);
    return address >= 0 && address < cpu.tables.dataWords;
  }

  boolean ownStack(long pointer) {
    return Pointer.stackCpu(pointer) == cpu.number && Pointer.stackIndex(pointer) < Cpu.STACK_WORDS;
  }

  private int loadCharacter(int pc, int r, int dst, long pointer) {
    switch (Pointer.tag(pointer)) {
      case Pointer.STRING:
        cpu.w[r + dst] = texts.isText(pointer) ? textOps.character(pointer, 0) : 0;
        return texts.isText(pointer) ? pc + 1 : trapped(pc, CpuTables.TRAP_POINTER);
      case Pointer.STACK:
        if (!ownStack(pointer)) {
          return trapped(pc, CpuTables.TRAP_POINTER);
        }
        cpu.w[r + dst] = textOps.character(textIn(pointer), Pointer.offset(pointer));
        return pc + 1;
      case Pointer.DATA:
        if (!inData(pointer)) {
          return trapped(pc, CpuTables.TRAP_POINTER);
        }
        ask(pc, cpu.instructions, Operation.TEXT, pointer, 0, 0);
        cpu.request.builtin = Memory.LOAD_CHARACTER;
        answerTo(Answer.READ, dst);
        return ASKED;
      default:
        return trapped(pc, CpuTables.TRAP_POINTER);
    }
  }

  private int storeCharacter(int pc, long pointer, long value) {
    switch (Pointer.tag(pointer)) {
      case Pointer.STACK:
        if (!ownStack(pointer)) {
          return trapped(pc, CpuTables.TRAP_POINTER);
        }
        int slot = cpu.stack + Pointer.stackIndex(pointer);
        cpu.w[slot] = textOps.withCharacter(cpu.w[slot], Pointer.offset(pointer), value);
        return pc + 1;
      case Pointer.DATA:
        if (!inData(pointer)) {
          return trapped(pc, CpuTables.TRAP_POINTER);
        }
        ask(pc, cpu.instructions, Operation.TEXT, pointer, value, 0);
        cpu.request.builtin = Memory.STORE_CHARACTER;
        answerTo(Answer.STORE, -1);
        return ASKED;
      default:
        return trapped(pc, CpuTables.TRAP_POINTER);
    }
  }

  /** The word of a char array in this CPU's stack. */
  long textIn(long pointer) {
    return cpu.w[cpu.stack + Pointer.stackIndex(pointer)];
  }

  private int modify(int pc, int r, int a, int kind, int width) {
    long[] w = cpu.w;
    long pointer = w[r + a];
    if (Pointer.tag(pointer) == Pointer.STACK && ownStack(pointer)) {
      int slot = cpu.stack + Pointer.stackIndex(pointer);
      long old = w[slot];
      w[slot] = Arithmetic.modified(kind, width, old, w[r + a + 1], w[r + a + 2]);
      w[r + a] = old;
      return pc + 1;
    }
    if (Pointer.tag(pointer) != Pointer.DATA || !inData(pointer)) {
      return trapped(pc, CpuTables.TRAP_POINTER);
    }
    boolean compare = kind == Op.RMW_CMPXCHG;
    long second = compare ? w[r + a + 2] : width;
    ask(pc, cpu.instructions, Arithmetic.operation(kind), Pointer.object(pointer), w[r + a + 1], second);
    answerTo(compare ? Answer.COMPARE : Answer.STORE, a);
    return ASKED;
  }

  private int index(int pc, int r, int a, long index, long shape) {
    long length = shape >>> 32;
    if (length != 0 && (index < 0 || index > length)) {
      return trapped(pc, CpuTables.TRAP_POINTER);
    }
    cpu.w[r + a] = Pointer.plusWords(cpu.w[r + a], index * (int) shape);
    return pc + 1;
  }

  // ---- calls ----

  private boolean overflows(int r, int function, int link) {
    int usual = Cpu.STACK_WORDS - Cpu.STACK_RESERVE;
    int frame = r - cpu.stack;
    int limit = frame > usual ? Cpu.STACK_WORDS : usual; // a handler that was entered near the end may use the rest
    return frame + link + 2 + cpu.tables.frameWords[function] > limit;
  }

  private void call(int pc, int r, int function, int link, int extra) {
    long[] w = cpu.w;
    w[r + link] = Cpu.pack(pc + 1, extra);
    w[r + link + 1] = r - cpu.stack;
    int frame = r + link + 2;
    w[cpu.at + Cpu.FP] = frame - cpu.stack;
    Arrays.fill(w, frame + cpu.tables.params[function], frame + cpu.tables.frameWords[function], 0);
  }

  private int callThrough(int pc, int r, int a, int b, int c) {
    long pointer = cpu.w[r + a];
    int function = Pointer.object(pointer);
    if (!isFunction(pointer)) {
      return trapped(pc, CpuTables.TRAP_POINTER);
    }
    if (overflows(r, function, b)) {
      return trapped(pc, CpuTables.TRAP_STACK);
    }
    call(pc, r, function, b, c);
    if (cpu.w[cpu.at + Cpu.BREAK] != 0 && breaks(function)) {
      cpu.w[cpu.at + Cpu.PC] = cpu.tables.entry[function];
      enterBreakpoint();
      return ENDED;
    }
    return cpu.tables.entry[function];
  }

  boolean isFunction(long pointer) {
    int function = Pointer.object(pointer);
    return Pointer.tag(pointer) == Pointer.FUNCTION && function >= 0 && function < cpu.tables.entry.length;
  }

  private boolean breaks(int function) {
    return Cpu.low(cpu.w[cpu.at + Cpu.BREAK]) == function + 1;
  }

  private boolean hitBreakpoint(int count) {
    cpu.w[cpu.at + Cpu.PC] = cpu.tables.entry[Cpu.low(cpu.w[cpu.at + Cpu.BREAK]) - 1];
    cpu.instructions = count;
    enterBreakpoint();
    return false;
  }

  private void enterBreakpoint() {
    int handler = Cpu.high(cpu.w[cpu.at + Cpu.BREAK]) - 1;
    cpu.w[cpu.at + Cpu.BREAK] = 0;
    cpu.operation = Operation.BREAKPOINT;
    cpu.enter(handler, Cpu.LINK_BREAK, cpu.context());
  }

  private boolean returned(int pc, int link, int count) {
    cpu.w[cpu.at + Cpu.PC] = pc;
    cpu.instructions = count;
    cpu.operation = Operation.RETURN;
    if (link == Cpu.LINK_INTERRUPT || link == Cpu.LINK_BREAK) {
      cpu.leave();
    } else {
      cpu.becomeIdle();
    }
    return false;
  }

  private boolean trap(int pc, int vector, int count) {
    cpu.instructions = count;
    trapped(pc, vector);
    return false;
  }

  /** The instruction at pc cannot be carried out. */
  int trapped(int pc, int vector) {
    cpu.w[cpu.at + Cpu.PC] = pc;
    cpu.operation = Operation.TRAP;
    cpu.target = vector;
    int handler = cpu.tables.handler[vector];
    if (handler < 0 || (cpu.w[cpu.at + Cpu.FLAGS] & Cpu.BAD_IDT) != 0) {
      cpu.setMode(Mode.LOST);
    } else {
      cpu.enter(handler, Cpu.LINK_TRAP, cpu.context());
    }
    return ENDED;
  }

  // ---- asking and answers ----

  private void ask(int pc, int count, Operation operation, long target, long a, long b) {
    cpu.w[cpu.at + Cpu.PC] = pc;
    cpu.instructions = count;
    ask(wiring.memory(), operation, target, a, b);
  }

  void ask(int part, Operation operation, long target, long a, long b) {
    cpu.request.set(part, operation, target, a, b);
    cpu.request.pc = (int) cpu.w[cpu.at + Cpu.PC];
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
    return ASKED;
  }

  int readAnswer(int slot) {
    answerTo(Answer.READ, slot);
    return ASKED;
  }

  int lockAnswer() {
    answerTo(Answer.LOCK, -1);
    return ASKED;
  }

  int trylockAnswer(int slot) {
    answerTo(Answer.TRYLOCK, slot);
    return ASKED;
  }

  int textAnswer(int slot) {
    answerTo(Answer.TEXT, slot);
    return ASKED;
  }

  int noAnswer() {
    answerTo(Answer.LEAVE, -1);
    return ASKED;
  }

  int uartAnswer(int slot) {
    answerTo(Answer.UART, slot);
    return ASKED;
  }

  /** Asks for the text of the char array that r[slot] points to; the instruction then starts again. */
  int resolve(int slot, long pointer) {
    ask(wiring.memory(), Operation.LOAD, Pointer.object(pointer), 0, 0);
    answerOffset = Pointer.offset(pointer);
    answerTo(Answer.RESOLVE, slot);
    return ASKED;
  }

  void stopUart() {
    ask(wiring.uart((int) cpu.w[cpu.at + Cpu.TARGET]), Operation.UART_STOP, 0, 0, 0);
    answerTo(Answer.UART_STOP, -1);
  }

  /** Something else than reading happened: the loop around it is no mere waiting. */
  void changed() {
    if (cpu.w[cpu.at + Cpu.NOTING] == 1) {
      cpu.w[cpu.at + Cpu.NOTING] = 2;
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
      case LEAVE -> cpu.setMode(Mode.LOST);
      case UART_STOP -> stopped(request);
      case TEXT -> {
        changed();
        calls.textDone(request, frame());
        done(request.result);
      }
      default -> throw new IllegalStateException("no answer expected");
    }
  }

  private int frame() {
    return cpu.stack + (int) cpu.w[cpu.at + Cpu.FP];
  }

  private void done(long value) {
    if (answerSlot >= 0) {
      cpu.w[frame() + answerSlot] = value;
    }
    cpu.w[cpu.at + Cpu.PC]++;
  }

  private void locked(Request request) {
    changed();
    if (request.result != 0) {
      cpu.setMode(Mode.RUNNING);
      cpu.w[cpu.at + Cpu.PC]++;
    } else {
      cpu.w[cpu.at + Cpu.TARGET] = wiring.lockOf(request.part);
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
    if (w[at + Cpu.NOTING] != 1) {
      return;
    }
    int notes = (int) w[at + Cpu.NOTES];
    for (int i = 0; i < notes; i++) {
      int entry = at + Cpu.NOTE_TABLE + i * Cpu.NOTE_WORDS;
      if (w[entry] == part && w[entry + 1] == target && w[entry + 2] == value) {
        return;
      }
    }
    if (notes == Cpu.NOTE_LIMIT) {
      w[at + Cpu.NOTING] = 2;
      return;
    }
    int entry = at + Cpu.NOTE_TABLE + notes * Cpu.NOTE_WORDS;
    w[entry] = part;
    w[entry + 1] = target;
    w[entry + 2] = value;
    w[at + Cpu.NOTES] = notes + 1;
  }

  // ---- waiting ----

  /** One turn of a spinning loop: when nothing has changed since the last one, wait for a change. */
  int relax(int pc) {
    long[] w = cpu.w;
    int at = cpu.at;
    long hash = cpu.loopHash();
    cpu.operation = Operation.SPIN;
    boolean same = w[at + Cpu.NOTING] == 1 && w[at + Cpu.RELAX_PC] == pc + 1 && w[at + Cpu.RELAX_HASH] == hash;
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
    return ENDED;
  }

  private void startParking() {
    cpu.w[cpu.at + Cpu.PARKED] = 0;
    cpu.w[cpu.at + Cpu.NOTING] = 0;
    cpu.setMode(cpu.w[cpu.at + Cpu.NOTES] == 0 ? Mode.POLL : Mode.PARKING);
  }

  private boolean park() {
    int index = (int) cpu.w[cpu.at + Cpu.PARKED];
    int entry = cpu.at + Cpu.NOTE_TABLE + index * Cpu.NOTE_WORDS;
    int part = (int) cpu.w[entry];
    ask(part, watchOf(part), cpu.w[entry + 1], cpu.w[entry + 2], index);
    return answerTo(Answer.WATCH, -1);
  }

  private Operation watchOf(int part) {
    if (part == wiring.memory()) {
      return Operation.WATCH;
    }
    return part == wiring.firmware() ? Operation.WATCH_STAGING : Operation.WATCH_LOCK;
  }

  private void watched(Request request) {
    long parked = ++cpu.w[cpu.at + Cpu.PARKED];
    if (request.result == 0) {
      cpu.setMode(Mode.RUNNING);
    } else if (parked == cpu.w[cpu.at + Cpu.NOTES]) {
      cpu.setMode(Mode.POLL);
    }
  }

  private int poll(int pc, int r, int a, int b, long now) {
    long[] w = cpu.w;
    long turns = w[r + b];
    long nanos = Math.max(w[r + b + 1], cpu.timing.spin());
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
      return ENDED;
    }
    cpu.w[slot] = now + 1;
    long whole = turns > Long.MAX_VALUE / 4 / nanos ? Long.MAX_VALUE / 4 : turns * nanos;
    cpu.w[cpu.at + Cpu.DEADLINE] = turns < 0 ? 0 : now + whole;
    startParking();
    return ENDED;
  }

  private static final long STARTED = 1L << 62;

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
    w[cpu.at + Cpu.DEADLINE] = w[slot] & ~STARTED;
    cpu.operation = Operation.DELAY;
    cpu.argument = nanos;
    cpu.setMode(Mode.DELAY);
    return ENDED;
  }

  // ---- serial ports: r[slot] port, r[slot + 1] text, r[slot + 2] limit, and sent before an interrupt above it ----

  private static final long LIMIT_MASK = 0xffffffffL;

  private void sending(Request request) {
    changed();
    if (request.result >= 0) {
      finishSending(request.result);
      return;
    }
    cpu.w[cpu.at + Cpu.TARGET] = request.target;
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
    cpu.w[cpu.at + Cpu.PC]++;
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

  private boolean end(int pc, Operation operation, int count) {
    cpu.w[cpu.at + Cpu.PC] = pc;
    cpu.operation = operation;
    cpu.instructions = count;
    return false;
  }
}
