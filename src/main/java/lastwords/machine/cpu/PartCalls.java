package lastwords.machine.cpu;

import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Wiring;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.cpu.core.CurrentStep;
import lastwords.machine.layout.CpuTables;
import lastwords.machine.layout.CpuWords;
import lastwords.machine.text.TextOps;

/** The builtins of kernel C that are operations on other parts: locks, devices, shared texts. */
final class PartCalls {
  private final CpuCore cpu;
  private final Wiring wiring;
  private final TextOps textOps;
  private final PendingRequests answers;
  private final Frames frames;
  private final PointerAccess access;
  private final TextCalls texts;

  PartCalls(
      CpuCore cpu,
      Wiring wiring,
      TextOps textOps,
      PendingRequests answers,
      Frames frames,
      PointerAccess access) {
    this.cpu = cpu;
    this.wiring = wiring;
    this.textOps = textOps;
    this.answers = answers;
    this.frames = frames;
    this.access = access;
    this.texts = new TextCalls(cpu, wiring.memory(), textOps, answers, frames, access);
  }

  /** Returns the next pc, or {@link CurrentStep#ASKED} or {@link CurrentStep#ENDED}. */
  int call(Builtin builtin, int pc, int r, int a, int count) {
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

  /** Makes r[slot] a pointer to a text; false if the text has to be fetched from memory first. */
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
      cpu.w[r + a] = 0;
      return pc + 1;
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

  /** Passes texts to the firmware: two for the hypervisor, one for the disk or the observer. */
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
