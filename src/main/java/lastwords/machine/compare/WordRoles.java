package lastwords.machine.compare;

/**
 * What is guessed of words of a kernel: which of them hold the number of a CPU, a mask of CPUs, or
 * a pointer into a CPU's own area, so that they change when CPUs change places. A guess is never
 * trusted: whoever uses it compares.
 */
public interface WordRoles {
  int NONE = 0;
  int CPU = 1;
  int MASK = 2;

  /** A pointer into the shared per-CPU area. */
  int POINTER = 3;

  /** From here on: what the shared per-CPU word at that offset, behind this number, began with. */
  int OWN = 4;

  /** Of a word of the data segment. */
  int shared(int address);

  /** Of a word of the shared per-CPU area, by its offset. */
  int perCpu(int offset);

  /** Of a word of the private per-CPU area. */
  int privates(int offset);

  /** Of a slot of a function's frame, where the CPU stands before instruction {@code pc}. */
  int slot(int pc, int slot);
}
