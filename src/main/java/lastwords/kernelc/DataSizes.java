package lastwords.kernelc;

import java.util.List;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.tree.Global;

/** Limits of the memory of a kernel's variables: a machine with 64 CPUs stays below 50 MB. */
final class DataSizes {
  /** All variables shared by the CPUs. */
  private static final long MOST_WORDS = 1 << 20;

  /** All variables of which each CPU has a copy. */
  private static final long MOST_PER_CPU_WORDS = 1 << 16;

  private DataSizes() {}

  /** Reports the first variable that exceeds a limit. */
  static void check(List<Global> globals, Problems problems) {
    long shared = 0;
    long perCpu = 0;
    for (Global global : globals) {
      int words = global.type().words();
      shared += global.perCpu() ? 0 : words;
      perCpu += global.perCpu() ? words : 0;
      if (perCpu > MOST_PER_CPU_WORDS) {
        problems.add(global.spot(), tooMany("per-CPU variables", MOST_PER_CPU_WORDS));
        return;
      }
      if (shared > MOST_WORDS) {
        problems.add(global.spot(), tooMany("variables", MOST_WORDS));
        return;
      }
    }
  }

  private static String tooMany(String what, long most) {
    return "expected " + what + " of at most " + most + " words in all";
  }
}
