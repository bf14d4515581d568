package lastwords.kernelc;

import java.util.List;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.tree.Global;

/** How much memory a kernel's variables may take: a machine with 64 CPUs stays below 50 MB. */
final class DataSizes {
  /** Of all variables that the CPUs share. */
  private static final long MOST_WORDS = 1 << 20;

  /** Of all variables that each CPU has for itself. */
  private static final long MOST_PER_CPU_WORDS = 1 << 16;

  private DataSizes() {}

  /** Notes the first variable that is too much. */
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
