package lastwords.engine.explore;

import java.util.stream.IntStream;
import lastwords.kernelc.FunctionInfo;
import lastwords.kernelc.KernelImage;

/**
 * What is on its way in a machine: how many interrupts of each vector for each CPU, and the vector
 * of each CPU's timer. Interrupts that no handler serves are not kept. At most {@link #MOST} of a
 * vector are on their way to a CPU; what is sent beyond is merged with them, as an interrupt that
 * is sent again before the first is taken is merged by hardware.
 */
final class Flight {
  /** Interrupts of one vector on their way to one CPU. */
  static final long MOST = 3;

  private final int[] vectors;
  private final int cpus;

  Flight(KernelImage image, int cpus) {
    this.cpus = cpus;
    vectors =
        image.functions().stream()
            .mapToInt(FunctionInfo::vector)
            .filter(it -> it >= 0)
            .sorted()
            .distinct()
            .toArray();
  }

  /** Words of state it needs. */
  int words() {
    return cpus * (vectors.length + 1);
  }

  int[] vectors() {
    return vectors;
  }

  int cpus() {
    return cpus;
  }

  void send(long[] words, int cpu, int vector) {
    int slot = slot(cpu, vector);
    if (slot >= 0) {
      words[slot] = Math.min(MOST, words[slot] + 1);
    }
  }

  void arrive(long[] words, int cpu, int vector) {
    words[slot(cpu, vector)]--;
  }

  boolean onItsWay(long[] words, int cpu, int index) {
    return words[cpu * vectors.length + index] != 0;
  }

  boolean anyOnItsWay(long[] words) {
    for (int i = 0; i < cpus * vectors.length; i++) {
      if (words[i] != 0) {
        return true;
      }
    }
    return false;
  }

  private int slot(int cpu, int vector) {
    int index =
        IntStream.range(0, vectors.length).filter(i -> vectors[i] == vector).findFirst().orElse(-1);
    return index < 0 ? -1 : cpu * vectors.length + index;
  }

  /** The vector of a CPU's timer; -1: none is set. */
  int timer(long[] words, int cpu) {
    return (int) words[cpus * vectors.length + cpu] - 1;
  }

  void setTimer(long[] words, int cpu, int vector) {
    words[cpus * vectors.length + cpu] = vector + 1;
  }
}
