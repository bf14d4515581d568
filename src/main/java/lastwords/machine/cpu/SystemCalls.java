package lastwords.machine.cpu;

import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Wiring;
import lastwords.machine.cpu.core.Backtrace;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.cpu.core.CurrentStep;
import lastwords.machine.layout.CpuTables;
import lastwords.machine.layout.CpuWords;
import lastwords.machine.layout.DumpWord;

/** The builtins of kernel C: those that a CPU performs itself, and the dispatch of the others. */
final class SystemCalls {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;

  private final CpuCore cpu;
  private final Wiring wiring;
  private final CpuWaits waiting;
  private final Frames frames;
  private final Stacks stacks;
  private final PartCalls parts;

  SystemCalls(
      CpuCore cpu, Wiring wiring, CpuWaits waiting, Frames frames, Stacks stacks, PartCalls parts) {
    this.cpu = cpu;
    this.wiring = wiring;
    this.waiting = waiting;
    this.frames = frames;
    this.stacks = stacks;
    this.parts = parts;
  }

  /** Returns the next pc, or ASKED or ENDED. */
  int call(Builtin builtin, int pc, int r, int a, int count, long now) {
    long[] w = cpu.w;
    int slot = r + a;
    switch (builtin) {
      case SMP_PROCESSOR_ID:
        return value(pc, slot, cpu.number);
      case NR_CPUS:
        return value(pc, slot, wiring.cpus());
      case IRQ_SAVE:
        boolean on = cpu.irqsOn();
        switchOff(pc);
        return value(pc, slot, on ? 1 : 0);
      case IRQ_DISABLE:
        switchOff(pc);
        return pc + 1;
      case IRQ_ENABLE:
        return switchOn(pc);
      case IRQ_RESTORE:
        return restore(pc, w[slot]);
      case IRQS_DISABLED:
        return value(pc, slot, cpu.irqsOn() ? 0 : 1);
      case CPU_RELAX:
        return waiting.relax(pc);
      case HALT:
        return halt(pc);
      case SAFE_HALT:
        cpu.setFlag(CpuWords.IF, true);
        return halt(pc);
      case WAS_IDLE:
        return value(pc, slot, stacks.wereIdle() ? 1 : 0);
      case STACKS:
        return value(pc, slot, cpu.tables.stacks);
      case NEW_STACK, SWITCH_STACK:
        return stack(builtin, pc, slot);
      case NDELAY:
        return waiting.delay(pc, slot, w[slot], now);
      case UDELAY:
        return waiting.delay(pc, slot, w[slot] * MICRO, now);
      case MDELAY:
        return waiting.delay(pc, slot, w[slot] * MILLI, now);
      case LOCAL_CLOCK:
        cpu.notes.changed();
        return value(pc, slot, now);
      case LAPIC_DISABLE: // what is pending stays pending (Intel SDM 3, 10.4.7.2)
        return flag(pc, CpuWords.LAPIC_OFF, true);
      case OFFLINE:
        return flag(pc, CpuWords.OFFLINE, true);
      case LOAD_IDT:
        return flag(pc, CpuWords.BAD_IDT, false);
      case DUMPED:
        DumpWord.add(w, cpu.at + CpuWords.DUMPS, w[slot]);
        return pc + 1;
      case STACK_ENTRY:
        return value(pc, slot, stackEntry((int) w[slot]));
      case STACK_ENTERED:
        return value(pc, slot, Backtrace.entered(cpu, (int) w[slot]));
      case STACK_IRQS:
        return value(pc, slot, Backtrace.irqsOn(cpu, (int) w[slot]) ? 1 : 0);
      case STACK_DEPTH:
        return value(pc, slot, Backtrace.of(cpu).length);
      case BREAKPOINT:
        return breakpoint(pc, slot);
      case TRAP:
        return frames.trapped(pc, (int) (w[slot] & CpuTables.LAST_VECTOR));
      case HWEIGHT:
        return value(pc, slot, Long.bitCount(w[slot]));
      case FFS:
        return value(pc, slot, Long.numberOfTrailingZeros(w[slot]));
      case FLS:
        return value(pc, slot, 63L - Long.numberOfLeadingZeros(w[slot]));
      case SECTION_BEGIN:
        return waiting.beginSection(pc);
      case SECTION_WHEN:
        return w[slot] != 0 ? pc + 1 : waiting.retrySection(pc);
      case SECTION_END:
        return waiting.endSection(pc);
      case HAS_NMI:
        return value(pc, slot, wiring.config().nmi() ? 1 : 0);
      case UART_TYPE:
        return value(pc, slot, uartType(w[slot]));
      case PRAM_ZONES:
        return value(pc, slot, wiring.config().pram().zones());
      case PRAM_SIZE:
        return value(pc, slot, wiring.config().pram().recordSize());
      case TRACE:
        cpu.step.operation = Operation.TRACE;
        cpu.step.argument = w[slot];
        w[cpu.at + CpuWords.PC] = pc + 1;
        return CurrentStep.ENDED;
      default:
        return parts.call(builtin, pc, r, a, count);
    }
  }

  private int halt(int pc) {
    cpu.w[cpu.at + CpuWords.PC] = pc + 1;
    cpu.step.operation = Operation.HALT;
    cpu.setMode(CpuMode.HALTED);
    return CurrentStep.ENDED;
  }

  private int stack(Builtin builtin, int pc, int slot) {
    long operand = cpu.w[slot];
    cpu.notes.changed();
    if (builtin == Builtin.NEW_STACK) {
      return frames.isFunction(operand)
          ? value(pc, slot, stacks.begin(Pointer.object(operand)))
          : frames.trapped(pc, CpuTables.TRAP_POINTER);
    }
    boolean there = operand >= 0 && operand < cpu.tables.stacks;
    return there && stacks.isLeft((int) operand)
        ? stacks.change((int) operand, pc + 1, cpu.w[slot + 1] != 0)
        : frames.trapped(pc, CpuTables.TRAP_POINTER);
  }

  private int value(int pc, int slot, long value) {
    cpu.w[slot] = value;
    return pc + 1;
  }

  private int flag(int pc, int flag, boolean on) {
    cpu.setFlag(flag, on);
    return pc + 1;
  }

  // ---- interrupt flag ----

  private void switchOff(int pc) {
    if (cpu.irqsOn()) {
      cpu.setFlag(CpuWords.IF, false);
      cpu.step.irqsOff = true;
      cpu.w[cpu.at + CpuWords.IRQS_OFF_AT] = pc + 1;
      cpu.notes.changed();
    }
  }

  private int switchOn(int pc) {
    if (cpu.irqsOn()) {
      return pc + 1;
    }
    cpu.setFlag(CpuWords.IF, true);
    cpu.notes.changed();
    cpu.w[cpu.at + CpuWords.PC] = pc + 1;
    cpu.step.operation = Operation.IRQS_ON;
    return CurrentStep.ENDED;
  }

  private int restore(int pc, long flags) {
    if (flags != 0) {
      return switchOn(pc);
    }
    switchOff(pc);
    return pc + 1;
  }

  private int breakpoint(int pc, int slot) {
    long function = cpu.w[slot];
    long handler = cpu.w[slot + 1];
    if (!frames.isFunction(function) || !frames.isFunction(handler)) {
      return frames.trapped(pc, CpuTables.TRAP_POINTER);
    }
    cpu.w[cpu.at + CpuWords.BREAK] =
        CpuWords.pack(Pointer.object(function) + 1, Pointer.object(handler) + 1);
    return pc + 1;
  }

  /** The return address in the frame of a function that has called another one. */
  private long stackEntry(int depth) {
    int[] pcs = Backtrace.of(cpu);
    if (depth < 0 || depth >= pcs.length) {
      return 0;
    }
    boolean called = depth > 0 && Backtrace.entered(cpu, depth - 1) == Backtrace.CALLED;
    int function = cpu.tables.functionOfPc[pcs[depth]];
    return cpu.tables.symbols.place(function, pcs[depth] + (called ? 1 : 0));
  }

  private long uartType(long port) {
    boolean there = port >= 0 && port < wiring.uarts();
    return there ? wiring.config().uarts().get((int) port).type().ordinal() : 0;
  }
}
