package lastwords.engine.reduce;

import lastwords.engine.model.EndlessLoops;
import lastwords.engine.reach.Reach;
import lastwords.machine.Machine;
import lastwords.machine.cpu.Cpu;

/**
 * Finds states in which one CPU's step is all that has to be tried, because it touches only what no
 * other CPU will ever touch: everything else that can happen there can just as well happen after
 * it.
 */
public final class AmpleSet {
  private static final int NOBODY = -1;

  private final Reach reach;
  private final EndlessLoops endless;
  private final Machine machine;
  private final boolean any;

  /**
   * @param reach the analysis of the kernel
   * @param wanted whether to look for such states at all
   */
  public AmpleSet(Reach reach, EndlessLoops endless, Machine machine, boolean wanted) {
    this.reach = reach;
    this.endless = endless;
    this.machine = machine;
    this.any = wanted && reach.any();
  }

  /** The CPU whose step may be such a step in the machine's current state; or -1. */
  public int candidate() {
    for (int number = 0; any && number < machine.cpus(); number++) {
      Cpu cpu = machine.cpu(number);
      if (reach.alone(cpu.pc()) && works(cpu) && !others(cpu)) {
        return number;
      }
    }
    return NOBODY;
  }

  private boolean works(Cpu cpu) {
    return machine.states().cpu(cpu.number()).works() && !cpu.stalled() && !cpu.within(endless::at);
  }

  private boolean others(Cpu cpu) {
    for (int number = 0; number < machine.cpus(); number++) {
      Cpu other = machine.cpu(number);
      if (other != cpu && !machine.states().cpu(number).isOver() && mayTouch(other, cpu.pc())) {
        return true;
      }
    }
    return false;
  }

  private boolean mayTouch(Cpu cpu, int step) {
    for (int pc : cpu.backtrace()) {
      if (reach.mayTouch(pc, step)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Was the candidate's step, which has been taken, such a step?
   *
   * @param before the state in which it was taken
   */
  public boolean was(int candidate, long[] before) {
    Cpu cpu = machine.cpu(candidate);
    return machine.states().cpu(candidate).worksOnSince(before) && works(cpu);
  }
}
