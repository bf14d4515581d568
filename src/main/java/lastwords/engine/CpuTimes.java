package lastwords.engine;

/** When each CPU acts next, in emulated ns. */
final class CpuTimes {
  static final long NEVER = Long.MAX_VALUE;

  private final Host host;
  private final long[] ready; // when the CPU has finished its last step
  private final long[] next; // when it acts next: takes a step, or times out
  private final boolean[] acts; // is that a step?

  CpuTimes(Host host, int cpus) {
    this.host = host;
    this.ready = new long[cpus];
    this.next = new long[cpus];
    this.acts = new boolean[cpus];
  }

  /** The CPU that acts first; among equals, the one with the lowest number. */
  int first() {
    long[] times = next;
    int cpu = 0;
    long first = times[0];
    for (int i = 1; i < times.length; i++) {
      if (times[i] < first) {
        first = times[i];
        cpu = i;
      }
    }
    return cpu;
  }

  /** When it acts next; {@link #NEVER} if it does not by itself. */
  long next(int cpu) {
    return next[cpu];
  }

  /** Is its next action a step? Otherwise its wait times out. */
  boolean steps(int cpu) {
    return acts[cpu];
  }

  /** Sets when its last step ends. */
  void ready(int cpu, long nanos) {
    ready[cpu] = nanos;
  }

  /** It does nothing before then. */
  void notBefore(int cpu, long nanos) {
    ready[cpu] = Math.max(ready[cpu], nanos);
  }

  /** Recomputes when it acts next, after a change. */
  void refresh(int cpu) {
    acts[cpu] = host.runnable(cpu);
    if (acts[cpu]) {
      next[cpu] = ready[cpu];
    } else {
      long deadline = host.deadline(cpu);
      next[cpu] = deadline == NEVER ? NEVER : Math.max(deadline, ready[cpu]);
    }
  }

  /** Does it wait for something that has no deadline? */
  boolean stuck(int cpu) {
    return next[cpu] == NEVER && host.stuck(cpu);
  }
}
