package lastwords.machine.bus;

/** A permutation of CPUs: maps the numbers, masks and addresses in a machine's state. */
public interface CpuPermutation {
  /** Maps a CPU number; leaves other numbers as they are. */
  int cpu(int number);

  /** Maps a mask of CPUs. */
  long mask(long mask);

  /** Maps the instruction that a CPU is at. */
  int pc(int cpu, int pc);

  /** Maps an address of memory. */
  int address(int address);

  /** Maps a lock's number. */
  int lock(int number);
}
