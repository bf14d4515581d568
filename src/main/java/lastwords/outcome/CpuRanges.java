package lastwords.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/** Sets of CPUs in readable form. */
public final class CpuRanges {
  private CpuRanges() {}

  /**
   * {@code 1-3,7}, as the kernel lists CPUs.
   *
   * @param separator between the parts
   * @param shortest minimum length of a range
   */
  public static String of(Collection<Integer> cpus, String separator, int shortest) {
    TreeSet<Integer> all = new TreeSet<>(cpus);
    List<String> parts = new ArrayList<>();
    while (!all.isEmpty()) {
      int first = all.first();
      int last = first;
      while (all.contains(last + 1)) {
        last++;
      }
      if (last - first + 1 >= shortest) {
        parts.add(first == last ? "" + first : first + "-" + last);
      } else {
        all.subSet(first, last + 1).forEach(cpu -> parts.add("" + cpu));
      }
      all = new TreeSet<>(all.tailSet(last, false));
    }
    return String.join(separator, parts);
  }
}
