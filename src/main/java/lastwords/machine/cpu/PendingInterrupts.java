package lastwords.machine.cpu;

import static lastwords.machine.layout.CpuWords.BAD_IDT;
import static lastwords.machine.layout.CpuWords.FLAGS;
import static lastwords.machine.layout.CpuWords.IF;
import static lastwords.machine.layout.CpuWords.IN_NMI;
import static lastwords.machine.layout.CpuWords.LAPIC_OFF;
import static lastwords.machine.layout.CpuWords.LINK_INTERRUPT;
import static lastwords.machine.layout.CpuWords.OTHER_KERNEL;
import static lastwords.machine.layout.CpuWords.PENDING;
import static lastwords.machine.layout.CpuWords.STALLED;
import static lastwords.machine.part.InterruptController.NMI_VECTOR;
import static lastwords.machine.part.InterruptController.STARTUP_VECTOR;

import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.Operation;
import lastwords.machine.cpu.core.CpuCore;
import lastwords.machine.cpu.core.CpuMode;
import lastwords.machine.layout.CpuTables;

/**
 * The interrupts that have reached a CPU and are pending. An NMI waits only for the end of another
 * NMI; other interrupts wait until the interrupt flag is set; the highest vector is taken first.
 */
public final class PendingInterrupts {
  private final CpuCore cpu;
  private final CpuTables tables;
  private final HardwareFrames hardware;
  private final boolean nmi; // does the machine have NMIs?

  PendingInterrupts(CpuCore cpu, HardwareFrames hardware, boolean nmi) {
    this.cpu = cpu;
    this.tables = cpu.tables;
    this.hardware = hardware;
    this.nmi = nmi;
  }

  /** Is this vector pending? */
  public boolean has(int vector) {
    return tables.bit[vector] >= 0 && (cpu.w[cpu.at + PENDING] >>> tables.bit[vector] & 1) != 0;
  }

  /** Any pending vector, or -1. */
  public int any() {
    long pending = cpu.w[cpu.at + PENDING];
    return pending == 0 ? -1 : tables.vectorOfBit[63 - Long.numberOfLeadingZeros(pending)];
  }

  /** An interrupt arrives; false if the CPU ignores it. INIT and SIPI are not kept pending. */
  boolean add(int vector) {
    boolean known = vector >= 0 && vector < tables.bit.length && (nmi || vector != NMI_VECTOR);
    int bit = known ? tables.bit[vector] : -1;
    if (bit < 0 || isDeafTo(vector)) {
      return false;
    }
    if (vector == STARTUP_VECTOR) {
      hardware.startOver(tables.handler[vector], false);
    } else {
      cpu.w[cpu.at + PENDING] |= 1L << bit;
    }
    return true;
  }

  private boolean isDeafTo(int vector) {
    if (vector == STARTUP_VECTOR) {
      return cpu.has(STALLED);
    }
    boolean other = cpu.has(OTHER_KERNEL) && !cpu.has(BAD_IDT);
    return other || cpu.has(LAPIC_OFF) && vector != NMI_VECTOR;
  }

  /** Can an interrupt reach it while its flag is cleared? */
  boolean nmisReach() {
    return nmi && tables.bit[NMI_VECTOR] >= 0;
  }

  /** The vector that the CPU would take now, or -1. */
  int deliverable() {
    long pending = cpu.w[cpu.at + PENDING];
    if (pending == 0) {
      return -1;
    }
    long flags = cpu.w[cpu.at + FLAGS];
    int nmiBit = tables.bit[NMI_VECTOR];
    if (nmiBit >= 0 && (pending >>> nmiBit & 1) != 0) {
      if ((flags & IN_NMI) == 0) {
        return NMI_VECTOR;
      }
      pending &= ~(1L << nmiBit);
    }
    boolean open = (flags & IF) != 0 && pending != 0;
    return open ? tables.vectorOfBit[63 - Long.numberOfLeadingZeros(pending)] : -1;
  }

  /** Takes this vector; without an interrupt table that is fatal. */
  void take(int vector) {
    cpu.step.target = vector;
    if (cpu.has(BAD_IDT)) {
      cpu.step.operation = Operation.WEDGE;
      cpu.setMode(CpuMode.LOST);
      return;
    }
    cpu.step.operation = Operation.INTERRUPT;
    cpu.w[cpu.at + PENDING] &= ~(1L << tables.bit[vector]);
    int context = vector == NMI_VECTOR ? CpuContext.NMI : CpuContext.HARDIRQ;
    hardware.enter(tables.handler[vector], LINK_INTERRUPT, context);
  }

  /** The CPU starts a new task: the end of the last one does not matter any more. */
  void forgetTask() {
    if (tables.bit[CpuTables.TASK_OVER] >= 0) {
      cpu.w[cpu.at + PENDING] &= ~(1L << tables.bit[CpuTables.TASK_OVER]);
    }
  }
}
