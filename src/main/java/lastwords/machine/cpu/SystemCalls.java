package lastwords.machine.cpu;

import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Wiring;
import lastwords.machine.cpu.Cpu.Mode;
import lastwords.machine.layout.CpuTables;
import lastwords.machine.layout.CpuWords;
import lastwords.machine.text.TextOps;

/** The builtins of kernel C: what a CPU does itself, and what it asks other parts for. */
final class SystemCalls {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;

  private final Cpu cpu;
  private final Wiring wiring;
  private final TextOps textOps;
  private final PendingRequests answers;
  private final CpuWaits waiting;
  private final Frames frames;
  private final PointerAccess access;
  private final TextCalls texts;

  SystemCalls(
      Cpu cpu,
      Wiring wiring,
      TextOps textOps,
      PendingRequests answers,
      CpuWaits waiting,
      Frames frames,
      PointerAccess access) {
    this.cpu = cpu;
    this.wiring = wiring;
    this.textOps = textOps;
    this.answers = answers;
    this.waiting = waiting;
    this.frames = frames;
    this.access = access;
    this.texts = new TextCalls(cpu, wiring.memory(), textOps, answers, frames, access);
  }

  /** The next pc, or ASKED or ENDED. */
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
        return value(pc, slot, cpu.stacks.wereIdle() ? 1 : 0);
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
        answers.changed();
        return value(pc, slot, now);
      case LAPIC_DISABLE, OFFLINE, LOAD_IDT, DUMPED:
        cpu.hardware.set(builtin, w[slot]);
        return pc + 1;
      case STACK_ENTRY:
        return value(pc, slot, stackEntry((int) w[slot]));
      case STACK_ENTERED:
        return value(pc, slot, Backtrace.entered(cpu, (int) w[slot]));
      case STACK_IRQS:
        return value(pc, slot, Backtrace.irqsOn(cpu, (int) w[slot]) ? 1 : 0);
      case STACK_DEPTH:
        return value(pc, slot, cpu.backtrace().length);
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
        cpu.operation = Operation.TRACE;
        cpu.argument = w[slot];
        w[cpu.at + CpuWords.PC] = pc + 1;
        return Interpreter.ENDED;
      default:
        return remote(builtin, pc, r, a, count);
    }
  }

  private int halt(int pc) {
    cpu.w[cpu.at + CpuWords.PC] = pc + 1;
    cpu.operation = Operation.HALT;
    cpu.setMode(Mode.HALTED);
    return Interpreter.ENDED;
  }

  private int stack(Builtin builtin, int pc, int slot) {
    long operand = cpu.w[slot];
    answers.changed();
    if (builtin == Builtin.NEW_STACK) {
      return frames.isFunction(operand)
          ? value(pc, slot, cpu.stacks.begin(Pointer.object(operand)))
          : frames.trapped(pc, CpuTables.TRAP_POINTER);
    }
    boolean there = operand >= 0 && operand < cpu.tables.stacks;
    return there && cpu.stacks.isLeft((int) operand)
        ? cpu.stacks.change((int) operand, pc + 1, cpu.w[slot + 1] != 0)
        : frames.trapped(pc, CpuTables.TRAP_POINTER);
  }

  private int remote(Builtin builtin, int pc, int r, int a, int count) {
    switch (builtin) {
      case SPIN_LOCK, SPIN_TRYLOCK, SPIN_UNLOCK, SPIN_IS_LOCKED, SPIN_INIT:
        return lock(builtin, pc, r, a);
      case VSNPRINTF, VSCNPRINTF, SNPRINTF, SCNPRINTF:
      case STRLEN, STRSCPY, STRCMP, STRNCMP, STRCHR, STRSTR:
        return texts.call(builtin, pc, r, a, count);
      case SEND_IPI:
        answers.ask(wiring.interrupts(), Operation.SEND_IPI, cpu.w[r + a + 1], cpu.w[r + a], 0);
        return answers.storeAnswer(-1);
      case TIMER:
        answers.ask(wiring.interrupts(), Operation.TIMER, cpu.w[r + a], cpu.w[r + a + 1], 0);
        return answers.storeAnswer(-1);
      case UART_TX:
        return send(pc, r, a);
      case PRAM_WRITE:
        return record(pc, r, a);
      case SAID, NOTIFIER, HYPERVISOR, DISK_WRITE, CRASH_SAID:
        return told(builtin, r, a);
      case JUMP_CRASH_KERNEL:
        return frames.jump(pc, cpu.w[r + a], wiring.firmware(), answers);
      default:
        return firmware(builtin, r, a);
    }
  }

  private int value(int pc, int slot, long value) {
    cpu.w[slot] = value;
    return pc + 1;
  }

  // ---- interrupt flag ----

  private void switchOff(int pc) {
    if (cpu.irqsOn()) {
      cpu.setFlag(CpuWords.IF, false);
      cpu.stepIrqsOff = true;
      cpu.w[cpu.at + CpuWords.IRQS_OFF_AT] = pc + 1;
      answers.changed();
    }
  }

  private int switchOn(int pc) {
    if (cpu.irqsOn()) {
      return pc + 1;
    }
    cpu.setFlag(CpuWords.IF, true);
    answers.changed();
    cpu.w[cpu.at + CpuWords.PC] = pc + 1;
    cpu.operation = Operation.IRQS_ON;
    return Interpreter.ENDED;
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

  /** Of a function that has called another one: where that comes back to. */
  private long stackEntry(int depth) {
    int[] pcs = cpu.backtrace();
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

  // ---- locks ----

  private int lock(Builtin builtin, int pc, int r, int a) {
    long pointer = cpu.w[r + a];
    int number = lockNumber(pointer);
    if (number < 0) {
      return frames.trapped(pc, CpuTables.TRAP_POINTER);
    }
    answers.ask(wiring.lock(number), lockOperation(builtin), number, 0, 0);
    return switch (builtin) {
      case SPIN_LOCK -> answers.lockAnswer();
      case SPIN_TRYLOCK -> answers.trylockAnswer(a);
      case SPIN_IS_LOCKED -> answers.readAnswer(a);
      default -> answers.storeAnswer(-1);
    };
  }

  private int lockNumber(long pointer) {
    boolean data = Pointer.tag(pointer) == Pointer.DATA && access.inData(pointer);
    return data ? cpu.tables.lockAt[Pointer.object(pointer)] : -1;
  }

  private static Operation lockOperation(Builtin builtin) {
    return switch (builtin) {
      case SPIN_LOCK -> Operation.LOCK;
      case SPIN_TRYLOCK -> Operation.TRYLOCK;
      case SPIN_UNLOCK -> Operation.UNLOCK;
      case SPIN_IS_LOCKED -> Operation.IS_LOCKED;
      case SPIN_INIT -> Operation.LOCK_INIT;
      default -> throw new IllegalStateException("no operation on a lock: " + builtin);
    };
  }

  // ---- devices ----

  /** Makes r[slot] a pointer to text; false when the text has to be fetched from memory first. */
  private boolean isPlainText(int slot) {
    long pointer = cpu.w[slot];
    if (Pointer.tag(pointer) == Pointer.STACK && access.ownStack(pointer)) {
      cpu.w[slot] = textOps.at(access.textIn(pointer), Pointer.offset(pointer));
      return true;
    }
    return Pointer.tag(pointer) != Pointer.DATA || !access.inData(pointer);
  }

  private int send(int pc, int r, int a) {
    long port = cpu.w[r + a];
    if (port < 0 || port >= wiring.uarts()) {
      return value(pc, r + a, 0);
    }
    if (!isPlainText(r + a + 1)) {
      return answers.resolve(a + 1, cpu.w[r + a + 1]);
    }
    if (!textOps.isText(cpu.w[r + a + 1])) {
      return frames.trapped(pc, CpuTables.TRAP_POINTER);
    }
    long limit = PendingRequests.limit(cpu.w[r + a + 2]);
    answers.ask(wiring.uart((int) port), Operation.UART_TX, port, cpu.w[r + a + 1], limit);
    return answers.uartAnswer(a);
  }

  private int record(int pc, int r, int a) {
    if (!isPlainText(r + a + 1)) {
      return answers.resolve(a + 1, cpu.w[r + a + 1]);
    }
    if (!textOps.isText(cpu.w[r + a + 1])) {
      return frames.trapped(pc, CpuTables.TRAP_POINTER);
    }
    long writer = cpu.w[cpu.at + CpuWords.FLAGS] & (CpuWords.OOPSES | CpuWords.PANICS);
    answers.ask(wiring.pram(), Operation.PRAM_WRITE, cpu.w[r + a], cpu.w[r + a + 1], writer);
    return answers.storeAnswer(a);
  }

  /** Texts for the firmware: two for the hypervisor, one for the disk and for the observer. */
  private int told(Builtin builtin, int r, int a) {
    boolean host = builtin == Builtin.HYPERVISOR;
    for (int slot = a; slot <= (host ? a + 1 : a); slot++) {
      if (!isPlainText(r + slot)) {
        return answers.resolve(slot, cpu.w[r + slot]);
      }
    }
    boolean note = builtin.isNote();
    int target = builtin == Builtin.SAID ? 0 : builtin.ordinal();
    Operation operation = note ? Operation.NOTE : Operation.FIRMWARE;
    answers.ask(wiring.firmware(), operation, target, cpu.w[r + a], cpu.w[r + a + 1]);
    cpu.request.builtin = builtin.ordinal();
    return answers.storeAnswer(note ? -1 : a);
  }

  private int firmware(Builtin builtin, int r, int a) {
    boolean note = builtin.isNote();
    if (builtin == Builtin.PANIC_BEGINS || builtin == Builtin.OOPS_BEGINS) {
      cpu.setFlag(builtin == Builtin.PANIC_BEGINS ? CpuWords.PANICS : CpuWords.OOPSES, true);
    }
    if (builtin == Builtin.FINAL_LOOP) {
      cpu.setFlag(CpuWords.FINAL, true);
    }
    Operation operation = note ? Operation.NOTE : Operation.FIRMWARE;
    answers.ask(wiring.firmware(), operation, builtin.ordinal(), cpu.w[r + a], 0);
    cpu.request.builtin = builtin.ordinal();
    return switch (builtin) {
      case ALL_STAGED -> answers.readAnswer(a);
      case RESET, POWER_OFF -> answers.noAnswer();
      default -> answers.storeAnswer(a);
    };
  }
}
