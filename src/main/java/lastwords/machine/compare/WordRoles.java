package lastwords.machine.compare;

/**
 * What is assumed of words of a kernel: which of them hold a CPU number, a mask of CPUs, or a
 * pointer into a CPU's own area, and therefore change when CPUs are swapped. An assumption is never
 * trusted: its users compare the results.
 */
public interface WordRoles {
  int NONE = 0;
  int CPU = 1;
  int MASK = 2;

  /** A pointer into the shared per-CPU area. */
  int POINTER = 3;

  /**
   * From here on: initial value of the shared per-CPU word whose offset is the role minus this
   * number.
   */
  int OWN = 4;

  /** The role of a word of the data segment. */
  int shared(int address);

  /** The role of a word of the shared per-CPU area, by its offset. */
  int perCpu(int offset);

  /** The role of a word of the private per-CPU area, by its offset. */
  int privates(int offset);

  /** The role of a slot of a function's frame, before instruction {@code pc}. */
  int slot(int pc, int slot);
}
