package lastwords.machine;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Op;
import lastwords.machine.fault.Fault;

/**
 * Which CPUs prepare a state that others wait for: those whose workload can reach lw_staged() by
 * direct calls, and that run at all. (The firmware learns later which of them have stalled for
 * good.)
 */
final class Staging {
  private Staging() {}

  /** Those CPUs as a mask. */
  static long of(KernelImage image, List<Integer> entries, List<Fault> faults) {
    long mask = 0;
    for (int cpu = 0; cpu < entries.size(); cpu++) {
      mask |= reaches(image, entries.get(cpu)) ? 1L << cpu : 0;
    }
    return mask & ~absent(faults);
  }

  private static long absent(List<Fault> faults) {
    return faults.stream()
        .filter(Fault::absence)
        .mapToLong(it -> 1L << it.cpu().orElseThrow())
        .reduce(0, (a, b) -> a | b);
  }

  private static boolean reaches(KernelImage image, int entry) {
    Set<Integer> seen = new TreeSet<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(entry));
    while (!open.isEmpty()) {
      int function = open.pop();
      if (seen.add(function)) {
        if (stages(image, function)) {
          return true;
        }
        callees(image, function, open);
      }
    }
    return false;
  }

  private static boolean stages(KernelImage image, int function) {
    FunctionInfo info = image.functions().get(function);
    for (int pc = info.entry(); pc < info.end(); pc++) {
      boolean call = image.code()[4 * pc] == Op.SYS;
      if (call && image.code()[4 * pc + 2] == Builtin.STAGED.ordinal()) {
        return true;
      }
    }
    return false;
  }

  private static void callees(KernelImage image, int function, Deque<Integer> open) {
    FunctionInfo info = image.functions().get(function);
    for (int pc = info.entry(); pc < info.end(); pc++) {
      if (image.code()[4 * pc] == Op.CALL) {
        open.push(image.code()[4 * pc + 1]);
      }
    }
  }
}
