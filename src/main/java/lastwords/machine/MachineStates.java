package lastwords.machine;

import java.util.Arrays;
import lastwords.machine.bus.CpuPermutation;
import lastwords.machine.bus.Footprint;
import lastwords.machine.bus.Wiring;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.cpu.CpuStates;
import lastwords.machine.cpu.Liveness;
import lastwords.machine.layout.Changes;
import lastwords.machine.part.Memory;
import lastwords.machine.part.SpinLock;

/** Operations for engines that save and compare states. */
public final class MachineStates {
  private final Machine machine;
  private final Cpu[] cpus;
  private final CpuStates[] ofCpus;
  private final Memory.Waiting waiting;

  MachineStates(Machine machine, Cpu[] cpus) {
    this.machine = machine;
    this.cpus = cpus;
    this.ofCpus = Arrays.stream(cpus).map(CpuStates::new).toArray(CpuStates[]::new);
    this.waiting = (cpu, address) -> cpus[cpu].awaited().includes(wiring().memory(), address);
  }

  /** As above, for a single CPU. */
  public CpuStates cpu(int number) {
    return ofCpus[number];
  }

  private Wiring wiring() {
    return machine.wiring();
  }

  private Memory memory() {
    return machine.memory();
  }

  /**
   * Clears whatever has no meaning any more, so that states that differ in nothing else are equal:
   * stack words above the top, watches of CPUs that do not wait, counts that are never read. No
   * later step is affected.
   *
   * @param liveness which slots of a frame are dead
   * @param reports also clear what only reports use: where a lock was taken, where interrupts were
   *     switched off
   */
  public void forget(boolean reports, Liveness liveness) {
    for (CpuStates cpu : ofCpus) {
      cpu.trackAll();
      cpu.forget(reports, liveness);
    }
    memory().forget(waiting);
    for (int part = wiring().pram(); part < wiring().parts(); part++) {
      forget(part, reports);
    }
  }

  /** As above, for one part that is neither a CPU nor memory. */
  public void forget(int part, boolean reports) {
    if (wiring().lockOf(part) >= 0) {
      machine.lock(wiring().lockOf(part)).forget(waiting(part), reports);
    } else if (part >= wiring().uart(0)) {
      machine.uart(part - wiring().uart(0)).forget();
    } else if (part == wiring().firmware()) {
      machine.firmware().forget(waiting(part));
    } else if (part == wiring().pram()) {
      machine.pram().forget();
    }
  }

  /** From now on, records what operations on memory read or write in this footprint. */
  public void leave(Footprint trail) {
    memory().leave(trail);
  }

  /** From now on, tracks which words are written, for {@link #compareMemory}. */
  public void trackMemory() {
    memory().track();
  }

  /** Was any word written since {@link #trackMemory}? */
  public boolean wroteMemory() {
    return memory().written();
  }

  /** As {@link #forget(boolean, Liveness)}, for memory: which CPU waits for which word. */
  public void forgetMemory() {
    memory().forget(waiting);
  }

  /**
   * Records which words of memory have changed since {@link #trackMemory}.
   *
   * @param touched mask of CPUs that may now wait for something else
   */
  public void compareMemory(Changes changes, long touched) {
    memory().compare(changes, touched);
  }

  /**
   * Has nothing changed since another state of this machine, except the CPU itself and who waits
   * for what?
   */
  public boolean onlyLooked(int cpu, long[] before) {
    for (int part = 0; part < wiring().parts(); part++) {
      int end = machine.offset(part) + shared(part);
      boolean same =
          Arrays.equals(
              machine.state(), machine.offset(part), end, before, machine.offset(part), end);
      if (part != cpu && !same) {
        return false;
      }
    }
    int rest = machine.offset(wiring().parts());
    return Arrays.equals(
        machine.state(), rest, machine.state().length, before, rest, before.length);
  }

  /** The length of a part's slice without its last words, which hold who waits for it. */
  private int shared(int part) {
    boolean lock = wiring().lockOf(part) >= 0;
    int all = machine.offset(part + 1) - machine.offset(part);
    return part == wiring().memory() ? memory().variables() : lock ? SpinLock.SHARED : all;
  }

  private long waiting(int part) {
    long mask = 0;
    for (Cpu cpu : cpus) {
      mask |= cpu.awaited().includes(part) ? 1L << cpu.number() : 0;
    }
    return mask;
  }

  /**
   * Writes the slices of all parts except the CPUs and the kernel's words, with two CPUs swapped.
   */
  public void swap(CpuPermutation swap, long[] from, long[] image) {
    memory().swap(swap, from, image);
    machine.firmware().swap(swap, from, image);
    machine.pram().swap(swap, from, image);
    for (int port = 0; port < wiring().uarts(); port++) {
      machine.uart(port).swap(swap, from, image);
    }
    for (int lock = 0; lock < wiring().locks(); lock++) {
      machine.lock(lock).swap(swap, from, image, machine.offset(wiring().lock(swap.lock(lock))));
    }
  }
}
