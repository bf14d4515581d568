package lastwords.machine.cpu;

import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.layout.CpuTables;
import lastwords.machine.text.TextOps;

/**
 * The builtins that work on texts: the CPU handles its own texts itself, and asks memory for
 * others.
 */
final class TextCalls {
  private final CpuCore cpu;
  private final int memory; // part number
  private final TextOps textOps;
  private final PendingRequests answers;
  private final Frames frames;
  private final PointerAccess access;

  TextCalls(
      CpuCore cpu,
      int memory,
      TextOps textOps,
      PendingRequests answers,
      Frames frames,
      PointerAccess access) {
    this.cpu = cpu;
    this.memory = memory;
    this.textOps = textOps;
    this.answers = answers;
    this.frames = frames;
    this.access = access;
  }

  /** Returns the next pc, or ASKED. */
  int call(Builtin builtin, int pc, int r, int a, int count) {
    Request request = cpu.request;
    boolean writes = TextOps.writes(builtin);
    long target = cpu.w[r + a];
    if (writes && !writable(target) || !readable(builtin, r + a)) {
      return frames.trapped(pc, CpuTables.TRAP_POINTER);
    }
    answers.ask(memory, Operation.TEXT, target, 0, 0);
    request.builtin = builtin.ordinal();
    boolean shared = collect(builtin, r + a, count) | Pointer.tag(target) == Pointer.DATA;
    if (writes && Pointer.tag(target) == Pointer.STACK) {
      request.b = access.textIn(target);
    }
    if (shared) {
      return answers.textAnswer(a);
    }
    textOps.perform(builtin, request);
    answers.textDone(request);
    cpu.w[r + a] = request.result;
    return pc + 1;
  }

  /**
   * Are the texts that the function itself reads (not those that a format mentions) all readable?
   */
  private boolean readable(Builtin builtin, int slot) {
    return switch (builtin) {
      case VSNPRINTF, VSCNPRINTF, SNPRINTF, SCNPRINTF -> isText(cpu.w[slot + 2]);
      case STRSCPY -> isText(cpu.w[slot + 1]);
      case STRCMP, STRNCMP, STRSTR -> isText(cpu.w[slot]) && isText(cpu.w[slot + 1]);
      default -> isText(cpu.w[slot]);
    };
  }

  private boolean isText(long pointer) {
    return switch (Pointer.tag(pointer)) {
      case Pointer.STRING -> textOps.isText(pointer);
      case Pointer.DATA -> access.inData(pointer);
      default -> Pointer.tag(pointer) == Pointer.STACK && access.ownStack(pointer);
    };
  }

  private boolean writable(long pointer) {
    int tag = Pointer.tag(pointer);
    return tag == Pointer.DATA
        ? access.inData(pointer)
        : tag == Pointer.STACK && access.ownStack(pointer);
  }

  /**
   * Puts the arguments, including those of a va_list, into the request; true if one points to
   * shared memory.
   */
  private boolean collect(Builtin builtin, int slot, int count) {
    boolean list = builtin == Builtin.VSNPRINTF || builtin == Builtin.VSCNPRINTF;
    boolean shared = false;
    int plain = list ? count - 1 : count;
    for (int i = 0; i < plain; i++) {
      shared |= add(cpu.w[slot + i], i == 0 && TextOps.writes(builtin));
    }
    if (list) {
      long args = cpu.w[slot + count - 1];
      int most = cpu.tables.stackWords - Pointer.stackIndex(args);
      boolean own = Pointer.tag(args) == Pointer.VARARGS && Pointer.stackCpu(args) == cpu.number;
      int number = own ? Math.min(most, Pointer.offset(args)) : 0;
      for (int i = 0; i < number; i++) {
        shared |= add(cpu.w[cpu.stack + Pointer.stackIndex(args) + i], false);
      }
    }
    return shared;
  }

  private boolean add(long arg, boolean target) {
    boolean local = Pointer.tag(arg) == Pointer.STACK && access.ownStack(arg) && !target;
    long word = local ? access.textIn(arg) : 0;
    boolean text = local && (word == 0 || textOps.isText(word));
    cpu.request.add(text ? textOps.at(word, Pointer.offset(arg)) : arg);
    return Pointer.tag(arg) == Pointer.DATA && !target;
  }
}
