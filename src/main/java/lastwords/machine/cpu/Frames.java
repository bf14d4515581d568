package lastwords.machine.cpu;

import java.util.Arrays;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.Operation;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.cpu.core.CurrentStep;
import lastwords.machine.layout.CpuTables;
import lastwords.machine.layout.CpuWords;

/**
 * Calls and returns on a CPU's stack, and what else interrupts the flow of control: breakpoints and
 * traps.
 */
final class Frames {
  private static final int WITHOUT_HANDLER = CpuWords.BAD_IDT | CpuWords.OTHER_KERNEL;

  private final CpuCore cpu;
  private final HardwareFrames hardware;
  private final PendingInterrupts interrupts;

  Frames(CpuCore cpu, HardwareFrames hardware, PendingInterrupts interrupts) {
    this.cpu = cpu;
    this.hardware = hardware;
    this.interrupts = interrupts;
  }

  boolean overflows(int r, int function, int link) {
    int usual = CpuWords.STACK_WORDS - CpuWords.STACK_RESERVE;
    int frame = r - cpu.stack & CpuWords.STACK_WORDS - 1;
    int limit =
        frame > usual
            ? CpuWords.STACK_WORDS
            : usual; // a handler that is entered near the limit may use the reserve
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
      return CurrentStep.ENDED;
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
    cpu.step.instructions = count;
    enterBreakpoint();
    return false;
  }

  private void enterBreakpoint() {
    int handler = CpuWords.high(cpu.w[cpu.at + CpuWords.BREAK]) - 1;
    cpu.w[cpu.at + CpuWords.BREAK] = 0;
    cpu.step.operation = Operation.BREAKPOINT;
    hardware.enter(handler, CpuWords.LINK_BREAK, cpu.context());
  }

  boolean returned(int pc, int link, int count) {
    cpu.w[cpu.at + CpuWords.PC] = pc;
    cpu.step.instructions = count;
    cpu.step.operation = Operation.RETURN;
    if (link == CpuWords.LINK_INTERRUPT || link == CpuWords.LINK_BREAK) {
      hardware.leave();
    } else {
      hardware.idle();
      tellOthers();
    }
    return false;
  }

  /** Sends itself an interrupt, since a CPU that has other stacks need not idle. */
  private void tellOthers() {
    if (cpu.tables.stacks > 1) {
      interrupts.add(CpuTables.TASK_OVER);
    }
  }

  /** Jumps into another kernel: the firmware records it, then the CPU starts the function. */
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
    cpu.step.instructions = count;
    trapped(pc, vector);
    return false;
  }

  /** The instruction at pc cannot be executed. */
  int trapped(int pc, int vector) {
    cpu.w[cpu.at + CpuWords.PC] = pc;
    cpu.step.operation = Operation.TRAP;
    cpu.step.target = vector;
    int handler = cpu.tables.handler[vector];
    if (handler < 0 || (cpu.w[cpu.at + CpuWords.FLAGS] & WITHOUT_HANDLER) != 0) {
      cpu.setMode(CpuMode.LOST);
    } else {
      hardware.enter(handler, CpuWords.LINK_TRAP, cpu.context());
    }
    return CurrentStep.ENDED;
  }
}
