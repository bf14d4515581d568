package lastwords.machine.cpu;

import lastwords.kernelc.image.Op;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.Operation;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.cpu.core.CurrentStep;
import lastwords.machine.layout.Arithmetic;
import lastwords.machine.layout.CpuTables;
import lastwords.machine.part.Memory;
import lastwords.machine.text.TextOps;
import lastwords.machine.text.Texts;

/**
 * Loads and stores through pointers: into shared memory, this CPU's own stack, or a text. Anything
 * else is a trap.
 */
final class PointerAccess {
  private final CpuCore cpu;
  private final PendingRequests answers;
  private final Frames frames;
  private final TextOps textOps;
  private final Texts texts;

  PointerAccess(CpuCore cpu, PendingRequests answers, Frames frames, TextOps textOps, Texts texts) {
    this.cpu = cpu;
    this.answers = answers;
    this.frames = frames;
    this.textOps = textOps;
    this.texts = texts;
  }

  int load(int pc, int r, int dst, long pointer) {
    switch (Pointer.tag(pointer)) {
      case Pointer.DATA:
        if (!inData(pointer)) {
          return frames.trapped(pc, CpuTables.TRAP_POINTER);
        }
        if (cpu.section && cpu.direct != null) {
          cpu.w[r + dst] = cpu.direct.read(Pointer.object(pointer));
          return pc + 1;
        }
        return asked(answers.load(pc, cpu.step.instructions, dst, Pointer.object(pointer)));
      case Pointer.STACK:
        if (!ownStack(pointer)) {
          return frames.trapped(pc, CpuTables.TRAP_POINTER);
        }
        cpu.w[r + dst] = cpu.w[cpu.stack + Pointer.stackIndex(pointer)];
        return pc + 1;
      default:
        return frames.trapped(pc, CpuTables.TRAP_POINTER);
    }
  }

  private static int asked(boolean asked) {
    return asked ? CurrentStep.ASKED : CurrentStep.ENDED;
  }

  int store(int pc, long pointer, long value) {
    switch (Pointer.tag(pointer)) {
      case Pointer.DATA:
        if (!inData(pointer)) {
          return frames.trapped(pc, CpuTables.TRAP_POINTER);
        }
        if (cpu.section && cpu.direct != null && cpu.direct.poke(Pointer.object(pointer), value)) {
          return pc + 1;
        }
        return asked(answers.store(pc, cpu.step.instructions, Pointer.object(pointer), value));
      case Pointer.STACK:
        if (!ownStack(pointer)) {
          return frames.trapped(pc, CpuTables.TRAP_POINTER);
        }
        cpu.w[written(pointer)] = value;
        return pc + 1;
      default:
        return frames.trapped(pc, CpuTables.TRAP_POINTER);
    }
  }

  /** The word of this CPU's stack that is about to be written through a pointer. */
  private int written(long pointer) {
    int index = Pointer.stackIndex(pointer);
    cpu.trail.wrote(index);
    return cpu.stack + index;
  }

  boolean inData(long pointer) {
    int address = Pointer.object(pointer);
    return address >= 0 && address < cpu.tables.dataWords;
  }

  boolean ownStack(long pointer) {
    return Pointer.stackCpu(pointer) == cpu.number
        && Pointer.stackIndex(pointer) < cpu.tables.stackWords;
  }

  int loadCharacter(int pc, int r, int dst, long pointer) {
    switch (Pointer.tag(pointer)) {
      case Pointer.STRING:
        cpu.w[r + dst] = texts.isText(pointer) ? textOps.character(pointer, 0) : 0;
        return texts.isText(pointer) ? pc + 1 : frames.trapped(pc, CpuTables.TRAP_POINTER);
      case Pointer.STACK:
        if (!ownStack(pointer)) {
          return frames.trapped(pc, CpuTables.TRAP_POINTER);
        }
        cpu.w[r + dst] = textOps.character(textIn(pointer), Pointer.offset(pointer));
        return pc + 1;
      case Pointer.DATA:
        if (!inData(pointer)) {
          return frames.trapped(pc, CpuTables.TRAP_POINTER);
        }
        answers.ask(pc, cpu.step.instructions, Operation.TEXT, pointer, 0, 0);
        cpu.request.builtin = Memory.LOAD_CHARACTER;
        return answers.readAnswer(dst);
      default:
        return frames.trapped(pc, CpuTables.TRAP_POINTER);
    }
  }

  int storeCharacter(int pc, long pointer, long value) {
    switch (Pointer.tag(pointer)) {
      case Pointer.STACK:
        if (!ownStack(pointer)) {
          return frames.trapped(pc, CpuTables.TRAP_POINTER);
        }
        int slot = written(pointer);
        cpu.w[slot] = textOps.withCharacter(cpu.w[slot], Pointer.offset(pointer), value);
        return pc + 1;
      case Pointer.DATA:
        if (!inData(pointer)) {
          return frames.trapped(pc, CpuTables.TRAP_POINTER);
        }
        answers.ask(pc, cpu.step.instructions, Operation.TEXT, pointer, value, 0);
        cpu.request.builtin = Memory.STORE_CHARACTER;
        return answers.storeAnswer(-1);
      default:
        return frames.trapped(pc, CpuTables.TRAP_POINTER);
    }
  }

  /** The word of a char array on this CPU's stack. */
  long textIn(long pointer) {
    return cpu.w[cpu.stack + Pointer.stackIndex(pointer)];
  }

  int modify(int pc, int r, int a, int kind, int width) {
    long[] w = cpu.w;
    long pointer = w[r + a];
    if (Pointer.tag(pointer) == Pointer.STACK && ownStack(pointer)) {
      int slot = written(pointer);
      long old = w[slot];
      w[slot] = Arithmetic.modified(kind, width, old, w[r + a + 1], w[r + a + 2]);
      w[r + a] = old;
      return pc + 1;
    }
    if (Pointer.tag(pointer) != Pointer.DATA || !inData(pointer)) {
      return frames.trapped(pc, CpuTables.TRAP_POINTER);
    }
    boolean compare = kind == Op.RMW_CMPXCHG;
    long second = compare ? w[r + a + 2] : width;
    answers.ask(
        pc,
        cpu.step.instructions,
        Arithmetic.operation(kind),
        Pointer.object(pointer),
        w[r + a + 1],
        second);
    return compare ? answers.compareAnswer(a) : answers.storeAnswer(a);
  }

  int index(int pc, int r, int a, long index, long shape) {
    long length = shape >>> 32;
    if (length != 0 && (index < 0 || index > length)) {
      return frames.trapped(pc, CpuTables.TRAP_POINTER);
    }
    cpu.w[r + a] = Pointer.plusWords(cpu.w[r + a], index * (int) shape);
    return pc + 1;
  }
}
