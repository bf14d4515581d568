package lastwords.machine.cpu;

import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.Operation;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.cpu.core.CurrentStep;
import lastwords.machine.layout.Arithmetic;
import lastwords.machine.layout.CpuTables;
import lastwords.machine.layout.CpuWords;
import lastwords.machine.layout.Narrow;

/** Runs the byte code of one CPU up to its next operation on another part. */
final class Interpreter {
  /** Local instructions after which a step ends even without an operation. */
  private static final int SLICE = 4096;

  private final CpuCore cpu;
  private final int[] code;
  private final CurrentStep step;
  private final SystemCalls calls;
  private final PendingRequests answers;
  private final CpuWaits waiting;
  private final Frames frames;
  private final PointerAccess access;

  Interpreter(
      CpuCore cpu,
      SystemCalls calls,
      PendingRequests answers,
      CpuWaits waiting,
      Frames frames,
      PointerAccess access) {
    this.cpu = cpu;
    this.code = cpu.tables.code;
    this.step = cpu.step;
    this.calls = calls;
    this.answers = answers;
    this.waiting = waiting;
    this.frames = frames;
    this.access = access;
  }

  /**
   * Returns true if the CPU's request has to be performed. One long method: the loop in which a run
   * spends its time.
   */
  boolean run(long now) {
    if (cpu.is(CpuMode.PARKING)) {
      return waiting.park();
    }
    final long[] w = cpu.w;
    final int[] code = this.code;
    int pc = (int) w[cpu.at + CpuWords.PC];
    int r = cpu.stack + (int) w[cpu.at + CpuWords.FP];
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
            return frames.trap(pc, CpuTables.TRAP_DIVIDE, count);
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
          w[r + a] = w[cpu.at + CpuWords.PRIVATES + b];
          pc++;
        }
        case Op.STP -> {
          w[cpu.at + CpuWords.PRIVATES + a] = w[r + b];
          cpu.trail.wrotePrivates();
          cpu.notes.changed();
          pc++;
        }
        case Op.LDG -> {
          if (cpu.section && cpu.direct != null) {
            w[r + a] = cpu.direct.read(b);
            pc++;
            continue;
          }
          return answers.load(pc, count, a, b);
        }
        case Op.STG -> {
          if (cpu.section && cpu.direct != null && cpu.direct.poke(a, w[r + b])) {
            pc++;
            continue;
          }
          return answers.store(pc, count, a, w[r + b]);
        }
        case Op.CALL -> {
          if (frames.overflows(r, a, b)) {
            return frames.trap(pc, CpuTables.TRAP_STACK, count);
          }
          if (w[cpu.at + CpuWords.BREAK] != 0 && frames.breaks(a)) {
            frames.call(pc, r, a, b, c);
            return frames.hitBreakpoint(count);
          }
          frames.call(pc, r, a, b, c);
          pc = cpu.tables.entry[a];
          r += b + 2;
        }
        case Op.RET -> {
          long value = a < 0 ? 0 : w[r + a];
          int link = CpuWords.low(w[r - 2]);
          if (link < 0) {
            return frames.returned(pc, link, count);
          }
          int callerFp = (int) w[r - 1];
          if (!cpu.isFrame(link, callerFp)) {
            return frames.trap(pc, CpuTables.TRAP_POINTER, count);
          }
          w[r - 2] = value;
          cpu.trail.cameBackTo(callerFp);
          w[cpu.at + CpuWords.FP] = callerFp;
          r = cpu.stack + callerFp;
          pc = link;
        }
        default -> {
          w[cpu.at + CpuWords.PC] = pc;
          step.instruction = pc;
          int next = other(code[i], pc, r, a, b, c, now, count);
          if (next < 0) {
            return next == CurrentStep.ASKED;
          }
          pc = next;
          r = cpu.stack + (int) w[cpu.at + CpuWords.FP];
        }
      }
      if (count >= SLICE) {
        return end(pc, Operation.COMPUTE, count);
      }
    }
  }

  /** The rarer instructions. Returns the next pc, or ASKED or ENDED if the step is over. */
  private int other(int op, int pc, int r, int a, int b, int c, long now, int count) {
    long[] w = cpu.w;
    step.instructions = count;
    switch (op) {
      case Op.LD:
        return access.load(pc, r, a, w[r + b]);
      case Op.ST:
        return access.store(pc, w[r + a], w[r + b]);
      case Op.LDCH:
        return access.loadCharacter(pc, r, a, w[r + b]);
      case Op.STCH:
        return access.storeCharacter(pc, w[r + a], w[r + b]);
      case Op.RMW:
        return access.modify(pc, r, a, c & 0xff, (byte) (c >> 8));
      case Op.SYS:
        return calls.call(Builtin.of(b), pc, r, a, c, now);
      case Op.CALLR:
        return frames.callThrough(pc, r, a, b, c);
      case Op.LEAP:
        int owner = c < 0 ? cpu.number : (int) w[r + c];
        w[r + a] =
            Pointer.of(Pointer.DATA, cpu.tables.globalWords + owner * cpu.tables.perCpuWords + b);
        return owner < 0 || owner >= cpu.tables.cpus
            ? frames.trapped(pc, CpuTables.TRAP_POINTER)
            : pc + 1;
      case Op.INDEX:
        return access.index(pc, r, a, w[r + b], cpu.tables.constants[c]);
      case Op.VASTART:
        int extra = CpuWords.high(w[r - 2]);
        w[r + a] = Pointer.ofStack(Pointer.VARARGS, cpu.number, r - cpu.stack - 2 - extra) + extra;
        return pc + 1;
      case Op.POLLBEGIN:
        cpu.notes.begin();
        return pc + 1;
      case Op.POLL:
        return waiting.poll(pc, r, a, b, now);
      case Op.CHARS:
        w[r + a] = 0;
        return pc + 1;
      case Op.FOREVER:
        cpu.setMode(CpuMode.FOREVER);
        step.operation = Operation.SPIN;
        return CurrentStep.ENDED;
      default:
        throw new IllegalStateException("no such instruction: " + op + " at " + pc);
    }
  }

  private boolean end(int pc, Operation operation, int count) {
    cpu.w[cpu.at + CpuWords.PC] = pc;
    step.operation = operation;
    step.instructions = count;
    return false;
  }
}
