package lastwords.machine.cpu;

import java.util.Arrays;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.Operation;
import lastwords.machine.cpu.Cpu.Mode;
import lastwords.machine.layout.CpuTables;
import lastwords.machine.layout.CpuWords;

/**
 * Calls and returns on a CPU's stack, and what interrupts the flow of code by itself: breakpoints
 * and traps.
 */
final class Frames {
  private static final int WITHOUT_HANDLER = CpuWords.BAD_IDT | CpuWords.OTHER_KERNEL;

  private final Cpu cpu;

  Frames(Cpu cpu) {
    this.cpu = cpu;
  }

  boolean overflows(int r, int function, int link) {
    int usual = CpuWords.STACK_WORDS - CpuWords.STACK_RESERVE;
    int frame = r - cpu.stack & CpuWords.STACK_WORDS - 1;
    int limit =
        frame > usual
            ? CpuWords.STACK_WORDS
            : usual; // a handler that was entered near the end may use the rest
    return frame + link + 2 + cpu.tables.frameWords[function] > limit;
  }

  void call(int pc, int r, int function, int link, int extra) {
    long[] w = cpu.w;
    w[r + link] = CpuWords.pack(pc + 1, extra);
    w[r + link + 1] = r - cpu.stack;
    int frame = r + link + 2;
    w[cpu.at + CpuWords.FP] = frame - cpu.stack;
    cpu.trail.wentUpTo(frame - cpu.stack + cpu.tables.frameWords[function]);
    Arrays.fill(w, frame + cpu.tables.params[function], frame + cpu.tables.frameWords[function], 0);
  }

  int callThrough(int pc, int r, int a, int b, int c) {
    long pointer = cpu.w[r + a];
    int function = Pointer.object(pointer);
    if (!isFunction(pointer)) {
      return trapped(pc, CpuTables.TRAP_POINTER);
    }
    if (overflows(r, function, b)) {
      return trapped(pc, CpuTables.TRAP_STACK);
    }
    call(pc, r, function, b, c);
    if (cpu.w[cpu.at + CpuWords.BREAK] != 0 && breaks(function)) {
      cpu.w[cpu.at + CpuWords.PC] = cpu.tables.entry[function];
      enterBreakpoint();
      return Interpreter.ENDED;
    }
    return cpu.tables.entry[function];
  }

  boolean isFunction(long pointer) {
    int function = Pointer.object(pointer);
    return Pointer.tag(pointer) == Pointer.FUNCTION
        && function >= 0
        && function < cpu.tables.entry.length;
  }

  boolean breaks(int function) {
    return CpuWords.low(cpu.w[cpu.at + CpuWords.BREAK]) == function + 1;
  }

  boolean hitBreakpoint(int count) {
    cpu.w[cpu.at + CpuWords.PC] =
        cpu.tables.entry[CpuWords.low(cpu.w[cpu.at + CpuWords.BREAK]) - 1];
    cpu.instructions = count;
    enterBreakpoint();
    return false;
  }

  private void enterBreakpoint() {
    int handler = CpuWords.high(cpu.w[cpu.at + CpuWords.BREAK]) - 1;
    cpu.w[cpu.at + CpuWords.BREAK] = 0;
    cpu.operation = Operation.BREAKPOINT;
    cpu.enter(handler, CpuWords.LINK_BREAK, cpu.context());
  }

  boolean returned(int pc, int link, int count) {
    cpu.w[cpu.at + CpuWords.PC] = pc;
    cpu.instructions = count;
    cpu.operation = Operation.RETURN;
    if (link == CpuWords.LINK_INTERRUPT || link == CpuWords.LINK_BREAK) {
      cpu.leave();
    } else {
      cpu.becomeIdle();
      tellOthers();
    }
    return false;
  }

  /** A CPU that has other stacks need not idle: it gets an interrupt. */
  private void tellOthers() {
    if (cpu.tables.stacks > 1) {
      cpu.deliver(CpuTables.TASK_OVER);
    }
  }

  /** Into another kernel: the firmware takes note, then the CPU begins with the function. */
  int jump(int pc, long pointer, int firmware, PendingRequests answers) {
    if (!isFunction(pointer)) {
      return trapped(pc, CpuTables.TRAP_POINTER);
    }
    int builtin = Builtin.JUMP_CRASH_KERNEL.ordinal();
    answers.ask(firmware, Operation.FIRMWARE, builtin, Pointer.object(pointer), 0);
    cpu.request.builtin = builtin;
    return answers.jumpAnswer();
  }

  boolean trap(int pc, int vector, int count) {
    cpu.instructions = count;
    trapped(pc, vector);
    return false;
  }

  /** The instruction at pc cannot be carried out. */
  int trapped(int pc, int vector) {
    cpu.w[cpu.at + CpuWords.PC] = pc;
    cpu.operation = Operation.TRAP;
    cpu.target = vector;
    int handler = cpu.tables.handler[vector];
    if (handler < 0 || (cpu.w[cpu.at + CpuWords.FLAGS] & WITHOUT_HANDLER) != 0) {
      cpu.setMode(Mode.LOST);
    } else {
      cpu.enter(handler, CpuWords.LINK_TRAP, cpu.context());
    }
    return Interpreter.ENDED;
  }
}
