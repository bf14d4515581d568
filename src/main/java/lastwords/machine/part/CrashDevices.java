package lastwords.machine.part;

import java.util.Arrays;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import lastwords.kernelc.image.Builtin;
import lastwords.machine.bus.CpuPermutation;
import lastwords.machine.bus.DumpDisk;
import lastwords.machine.bus.DumpDisk.Bus;
import lastwords.machine.bus.Request;
import lastwords.machine.text.Texts;

/**
 * What a crash kernel finds as the first kernel left it: the saved registers of CPUs, the IOMMU,
 * the routes of interrupts, the connection to the host, and the disk for its dump. Its words are
 * part of the firmware's slice.
 */
public final class CrashDevices {
  private static final long IO_ERROR = -5;
  private static final long NO_DEVICE = -19;
  private static final long TIMED_OUT = -110;

  // ---- the IOMMU ----
  private static final int OFF = 0;
  private static final int FIRST_KERNELS = 1;
  private static final int OWN = 2;
  private static final int NOTHING_PASSES = 3;

  // ---- messages to a Hyper-V host ----
  private static final int PRESENT = 0; // none: is there a host?
  private static final int INITIATE_CONTACT = 1;
  private static final int UNLOAD = 2;

  // ---- words ----
  private static final int NOTES = 0; // mask of CPUs whose registers are saved
  private static final int JUMPED = 1; // CPU + 1 that jumped into the crash kernel
  private static final int JUMPED_AT = 2; // and from where, as a pc + 1
  private static final int LINES = 3; // list: the log on the disk
  private static final int WRITTEN = 4; // has the old memory been saved?
  private static final int REGISTERS = 5; // mask of CPUs whose registers are there
  private static final int SAID = 6; // list: the console output of the crash kernel
  private static final int TARGETS = 7; // mask of CPUs that get devices' interrupts, if it is set
  private static final int TRANSLATION = 8; // of the IOMMU
  private static final int CONNECTED = 9; // to the host, by VMBus
  private static final int ROUTED = 10; // is that mask set? Until then it is CPU 0
  static final int WORDS = 11;

  private final DumpDisk disk;
  private final Texts texts;
  private long[] state;
  private int at;

  CrashDevices(DumpDisk disk, Texts texts) {
    this.disk = disk;
    this.texts = texts;
  }

  void attach(long[] newState, int newAt) {
    state = newState;
    at = newAt;
  }

  /** The lists among its words, which begin at {@code from} in the firmware's slice. */
  static int[] lists(int from) {
    return new int[] {from + LINES, from + SAID};
  }

  /** Power-on, and what the first kernel has set up by the time the scenario begins. */
  void reset() {
    Arrays.fill(state, at, at + WORDS, 0);
    state[at + TRANSLATION] = disk.iommu() ? FIRST_KERNELS : OFF;
    state[at + CONNECTED] = disk.bus() == Bus.AHCI ? 0 : 1;
  }

  /** False if the builtin is none of these. */
  boolean perform(Builtin builtin, Request request) {
    switch (builtin) {
      case CRASH_NOTE -> state[at + NOTES] |= 1L << request.cpu;
      case CRASH_NOTES -> request.result = state[at + NOTES];
      case JUMP_CRASH_KERNEL -> jump(request);
      case DISK_IDENTIFY -> request.result = transfer(request.cpu);
      case DISK_WRITE -> line(request);
      case DISK_VMCORE -> vmcore(request);
      case IRQ_TARGETS -> request.result = targets();
      case SET_IRQ_TARGETS -> route(request.a);
      case IOMMU -> translate(request);
      case VMBUS -> request.result = answers((int) request.a) ? 1 : 0;
      case CRASH_SAID -> state[at + SAID] = texts.append((int) state[at + SAID], request.a);
      default -> {
        return false;
      }
    }
    return true;
  }

  private void jump(Request request) {
    state[at + JUMPED] = request.cpu + 1;
    state[at + JUMPED_AT] = request.pc + 1L;
  }

  private void line(Request request) {
    request.result = transfer(request.cpu);
    if (request.result == 0) {
      state[at + LINES] = texts.append((int) state[at + LINES], request.a);
    }
  }

  private void vmcore(Request request) {
    request.result = transfer(request.cpu);
    if (request.result == 0) {
      state[at + WRITTEN] = 1;
      state[at + REGISTERS] = request.a;
    }
  }

  /** Does the disk read memory, and does the CPU that waits for it learn of that? */
  private long transfer(int cpu) {
    boolean translated =
        state[at + TRANSLATION] == FIRST_KERNELS || state[at + TRANSLATION] == NOTHING_PASSES;
    if (disk.bus() != Bus.AHCI) {
      return state[at + CONNECTED] == OWN ? 0 : NO_DEVICE; // the host copies, and no IRQ is shared
    }
    boolean heard = Long.numberOfTrailingZeros(targets()) == cpu;
    return translated ? IO_ERROR : heard ? 0 : TIMED_OUT;
  }

  private long targets() {
    return state[at + ROUTED] == 0 ? 1 : state[at + TARGETS];
  }

  private void route(long cpus) {
    state[at + TARGETS] = cpus;
    state[at + ROUTED] = 1;
  }

  private void translate(Request request) {
    request.result = state[at + TRANSLATION];
    if (request.a >= OFF && request.a <= NOTHING_PASSES) {
      state[at + TRANSLATION] = request.a;
    }
  }

  /** An old host does not answer a guest that it considers connected. */
  private boolean answers(int message) {
    boolean knows = state[at + CONNECTED] != 0;
    if (message == PRESENT) {
      return disk.bus() != Bus.AHCI;
    }
    if (disk.bus() == Bus.AHCI || message == UNLOAD && !knows) {
      return false;
    }
    if (message == INITIATE_CONTACT && knows && disk.bus() == Bus.VMBUS_2012R2) {
      return false;
    }
    state[at + CONNECTED] = message == UNLOAD ? 0 : OWN;
    return true;
  }

  /** Writes its words with two CPUs swapped. */
  void swap(CpuPermutation swap, long[] from, long[] image) {
    int jumped = (int) from[at + JUMPED] - 1;
    image[at + JUMPED] = swap.cpu(jumped) + 1;
    int pc = (int) from[at + JUMPED_AT] - 1;
    image[at + JUMPED_AT] = pc < 0 ? 0 : swap.pc(jumped, pc) + 1L;
    for (int mask : new int[] {NOTES, REGISTERS, TARGETS}) {
      image[at + mask] = swap.mask(from[at + mask]);
    }
  }

  /** The CPU that jumped into the crash kernel, or -1. */
  public int jumped() {
    return (int) state[at + JUMPED] - 1;
  }

  /** The instruction that jumped. */
  public int jumpedAt() {
    return (int) state[at + JUMPED_AT] - 1;
  }

  /** Has the crash kernel saved the old memory? */
  public boolean saved() {
    return state[at + WRITTEN] != 0;
  }

  /**
   * CPUs whose registers are not in the dump; none if there is no dump. The CPU that jumped saves
   * its own.
   *
   * @param cpus of the machine
   */
  public SortedSet<Integer> noRegisters(int cpus) {
    SortedSet<Integer> missing = new TreeSet<>();
    for (int cpu = 0; saved() && cpu < cpus; cpu++) {
      if ((state[at + REGISTERS] >>> cpu & 1) == 0 && cpu != jumped()) {
        missing.add(cpu);
      }
    }
    return missing;
  }

  /** The log as saved by the crash kernel; a record may have several lines. */
  public List<String> dmesg() {
    return texts.list((int) state[at + LINES]);
  }

  /** The console output of the crash kernel. */
  public List<String> said() {
    return texts.list((int) state[at + SAID]);
  }
}
