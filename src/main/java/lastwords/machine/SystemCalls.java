package lastwords.machine;

import lastwords.kernelc.Builtin;
import lastwords.kernelc.Pointer;
import lastwords.machine.Cpu.Mode;

/** The builtins of kernel C: what a CPU does itself, and what it asks other parts for. */
final class SystemCalls {
  private static final long MICRO = 1_000;
  private static final long MILLI = 1_000_000;

  private final Cpu cpu;
  private final Wiring wiring;
  private final Texts texts;
  private final TextOps textOps;
  private Interpreter interpreter;

  SystemCalls(Cpu cpu, Wiring wiring, Texts texts, TextOps textOps) {
    this.cpu = cpu;
    this.wiring = wiring;
    this.texts = texts;
    this.textOps = textOps;
  }

  void attach(Interpreter newInterpreter) {
    interpreter = newInterpreter;
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
        return interpreter.relax(pc);
      case HALT:
        w[cpu.at + Cpu.PC] = pc + 1;
        cpu.operation = Operation.HALT;
        cpu.setMode(Mode.HALTED);
        return Interpreter.ENDED;
      case NDELAY:
        return interpreter.delay(pc, slot, w[slot], now);
      case UDELAY:
        return interpreter.delay(pc, slot, w[slot] * MICRO, now);
      case MDELAY:
        return interpreter.delay(pc, slot, w[slot] * MILLI, now);
      case LOCAL_CLOCK:
        interpreter.changed();
        return value(pc, slot, now);
      case LAPIC_DISABLE:
        cpu.setFlag(Cpu.LAPIC_OFF, true);
        w[cpu.at + Cpu.PENDING] = 0;
        return pc + 1;
      case STACK_ENTRY:
        return value(pc, slot, stackEntry((int) w[slot]));
      case BREAKPOINT:
        return breakpoint(pc, slot);
      case HWEIGHT:
        return value(pc, slot, Long.bitCount(w[slot]));
      case FFS:
        return value(pc, slot, Long.numberOfTrailingZeros(w[slot]));
      case FLS:
        return value(pc, slot, 63L - Long.numberOfLeadingZeros(w[slot]));
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
        w[cpu.at + Cpu.PC] = pc + 1;
        return Interpreter.ENDED;
      default:
        return remote(builtin, pc, r, a, count);
    }
  }

  private int remote(Builtin builtin, int pc, int r, int a, int count) {
    switch (builtin) {
      case SPIN_LOCK, SPIN_TRYLOCK, SPIN_UNLOCK, SPIN_IS_LOCKED, SPIN_INIT:
        return lock(builtin, pc, r, a);
      case VSNPRINTF, VSCNPRINTF, SNPRINTF, SCNPRINTF, STRLEN, STRSCPY, STRCMP, STRNCMP, STRCHR, STRSTR:
        return text(builtin, pc, r, a, count);
      case SEND_IPI:
        interpreter.ask(wiring.interrupts(), Operation.SEND_IPI, cpu.w[r + a + 1], cpu.w[r + a], 0);
        return interpreter.storeAnswer(-1);
      case TIMER:
        interpreter.ask(wiring.interrupts(), Operation.TIMER, cpu.w[r + a], cpu.w[r + a + 1], 0);
        return interpreter.storeAnswer(-1);
      case UART_TX:
        return send(pc, r, a);
      case PRAM_WRITE:
        return record(pc, r, a);
      case SAID:
        return said(pc, r, a);
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
      cpu.setFlag(Cpu.IF, false);
      cpu.w[cpu.at + Cpu.IRQS_OFF_AT] = pc + 1;
      interpreter.changed();
    }
  }

  private int switchOn(int pc) {
    if (cpu.irqsOn()) {
      return pc + 1;
    }
    cpu.setFlag(Cpu.IF, true);
    interpreter.changed();
    cpu.w[cpu.at + Cpu.PC] = pc + 1;
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
    if (!interpreter.isFunction(function) || !interpreter.isFunction(handler)) {
      return interpreter.trapped(pc, CpuTables.TRAP_POINTER);
    }
    cpu.w[cpu.at + Cpu.BREAK] = Cpu.pack(Pointer.object(function) + 1, Pointer.object(handler) + 1);
    return pc + 1;
  }

  private long stackEntry(int depth) {
    int[] pcs = cpu.backtrace();
    if (depth < 0 || depth >= pcs.length) {
      return 0;
    }
    return Pointer.of(Pointer.FUNCTION, cpu.tables.functionOfPc[pcs[depth]]);
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
      return interpreter.trapped(pc, CpuTables.TRAP_POINTER);
    }
    interpreter.ask(wiring.lock(number), lockOperation(builtin), number, 0, 0);
    return switch (builtin) {
      case SPIN_LOCK -> interpreter.lockAnswer();
      case SPIN_TRYLOCK -> interpreter.trylockAnswer(a);
      case SPIN_IS_LOCKED -> interpreter.readAnswer(a);
      default -> interpreter.storeAnswer(-1);
    };
  }

  private int lockNumber(long pointer) {
    boolean data = Pointer.tag(pointer) == Pointer.DATA && interpreter.inData(pointer);
    return data ? cpu.tables.lockAt[Pointer.object(pointer)] : -1;
  }

  private static Operation lockOperation(Builtin builtin) {
    return switch (builtin) {
      case SPIN_LOCK -> Operation.LOCK;
      case SPIN_TRYLOCK -> Operation.TRYLOCK;
      case SPIN_UNLOCK -> Operation.UNLOCK;
      case SPIN_IS_LOCKED -> Operation.IS_LOCKED;
      default -> Operation.LOCK_INIT;
    };
  }

  // ---- text ----

  private int text(Builtin builtin, int pc, int r, int a, int count) {
    Request request = cpu.request;
    boolean writes = TextOps.writes(builtin);
    long target = cpu.w[r + a];
    if (writes && !writable(target) || !readable(builtin, r + a)) {
      return interpreter.trapped(pc, CpuTables.TRAP_POINTER);
    }
    interpreter.ask(wiring.memory(), Operation.TEXT, target, 0, 0);
    request.builtin = builtin.ordinal();
    boolean shared = collect(builtin, r + a, count) | Pointer.tag(target) == Pointer.DATA;
    if (writes && Pointer.tag(target) == Pointer.STACK) {
      request.b = interpreter.textIn(target);
    }
    if (shared) {
      return interpreter.textAnswer(a);
    }
    textOps.perform(builtin, request);
    textDone(request, r);
    cpu.w[r + a] = request.result;
    return pc + 1;
  }

  /** Are the texts that the function itself looks at (not those that a format mentions) all readable? */
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
      case Pointer.STRING -> texts.isText(pointer);
      case Pointer.DATA -> interpreter.inData(pointer);
      default -> Pointer.tag(pointer) == Pointer.STACK && interpreter.ownStack(pointer);
    };
  }

  private boolean writable(long pointer) {
    int tag = Pointer.tag(pointer);
    return tag == Pointer.DATA ? interpreter.inData(pointer) : tag == Pointer.STACK && interpreter.ownStack(pointer);
  }

  /** Puts the arguments into the request, those of a va_list included; true when one points to shared memory. */
  private boolean collect(Builtin builtin, int slot, int count) {
    boolean list = builtin == Builtin.VSNPRINTF || builtin == Builtin.VSCNPRINTF;
    boolean shared = false;
    int plain = list ? count - 1 : count;
    for (int i = 0; i < plain; i++) {
      shared |= add(cpu.w[slot + i], i == 0 && TextOps.writes(builtin));
    }
    if (list) {
      long args = cpu.w[slot + count - 1];
      int most = Cpu.STACK_WORDS - Pointer.stackIndex(args);
      boolean own = Pointer.tag(args) == Pointer.VARARGS && Pointer.stackCpu(args) == cpu.number;
      int number = own ? Math.min(most, Pointer.offset(args)) : 0;
      for (int i = 0; i < number; i++) {
        shared |= add(cpu.w[cpu.stack + Pointer.stackIndex(args) + i], false);
      }
    }
    return shared;
  }

  private boolean add(long arg, boolean target) {
    boolean local = Pointer.tag(arg) == Pointer.STACK && interpreter.ownStack(arg) && !target;
    long word = local ? interpreter.textIn(arg) : 0;
    boolean text = local && (word == 0 || texts.isText(word));
    cpu.request.add(text ? textOps.at(word, Pointer.offset(arg)) : arg);
    return Pointer.tag(arg) == Pointer.DATA && !target;
  }

  /** Puts a new text into the char array of this CPU's stack that it is for. */
  void textDone(Request request, int r) {
    boolean local = Pointer.tag(request.target) == Pointer.STACK && TextOps.writes(SystemCall.of(request.builtin));
    if (local) {
      cpu.w[cpu.stack + Pointer.stackIndex(request.target)] = request.text;
    }
  }

  // ---- devices ----

  /** Makes r[slot] a pointer to text; false when the text has to be fetched from memory first. */
  private boolean isPlainText(int slot) {
    long pointer = cpu.w[slot];
    if (Pointer.tag(pointer) == Pointer.STACK && interpreter.ownStack(pointer)) {
      cpu.w[slot] = textOps.at(interpreter.textIn(pointer), Pointer.offset(pointer));
      return true;
    }
    return Pointer.tag(pointer) != Pointer.DATA || !interpreter.inData(pointer);
  }

  private int send(int pc, int r, int a) {
    long port = cpu.w[r + a];
    if (port < 0 || port >= wiring.uarts()) {
      return value(pc, r + a, 0);
    }
    if (!isPlainText(r + a + 1)) {
      return interpreter.resolve(a + 1, cpu.w[r + a + 1]);
    }
    if (!texts.isText(cpu.w[r + a + 1])) {
      return interpreter.trapped(pc, CpuTables.TRAP_POINTER);
    }
    long limit = Interpreter.limit(cpu.w[r + a + 2]);
    interpreter.ask(wiring.uart((int) port), Operation.UART_TX, port, cpu.w[r + a + 1], limit);
    return interpreter.uartAnswer(a);
  }

  private int record(int pc, int r, int a) {
    if (!isPlainText(r + a + 1)) {
      return interpreter.resolve(a + 1, cpu.w[r + a + 1]);
    }
    if (!texts.isText(cpu.w[r + a + 1])) {
      return interpreter.trapped(pc, CpuTables.TRAP_POINTER);
    }
    interpreter.ask(wiring.pram(), Operation.PRAM_WRITE, cpu.w[r + a], cpu.w[r + a + 1], 0);
    return interpreter.storeAnswer(a);
  }

  private int said(int pc, int r, int a) {
    if (!isPlainText(r + a)) {
      return interpreter.resolve(a, cpu.w[r + a]);
    }
    interpreter.ask(wiring.firmware(), Operation.NOTE, 0, cpu.w[r + a], cpu.w[r + a + 1]);
    cpu.request.builtin = Builtin.SAID.ordinal();
    return interpreter.storeAnswer(-1);
  }

  private int firmware(Builtin builtin, int r, int a) {
    boolean note = builtin.ordinal() >= Builtin.PANIC_BEGINS.ordinal();
    Operation operation = note ? Operation.NOTE : Operation.FIRMWARE;
    interpreter.ask(wiring.firmware(), operation, builtin.ordinal(), cpu.w[r + a], 0);
    cpu.request.builtin = builtin.ordinal();
    return switch (builtin) {
      case ALL_STAGED -> interpreter.readAnswer(a);
      case JUMP_CRASH_KERNEL, RESET, POWER_OFF -> interpreter.noAnswer();
      default -> interpreter.storeAnswer(a);
    };
  }
}
