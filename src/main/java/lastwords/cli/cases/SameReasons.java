package lastwords.cli.cases;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.outcome.CpuRanges;

/**
 * A readable explanation: CPUs with the same reason share a line, {@code each of cpu1-62 was ...}.
 */
final class SameReasons {
  private static final Pattern CPU = Pattern.compile("cpu(\\d+) (.*)");

  private SameReasons() {}

  /** The lines of an explanation; indented lines belong to the one before. */
  static List<String> folded(List<String> explanation) {
    List<String> lines = new ArrayList<>();
    TreeSet<Integer> cpus = new TreeSet<>();
    String reason = "";
    for (int i = 0; i < explanation.size(); i++) {
      String line = explanation.get(i);
      boolean more = i + 1 < explanation.size() && explanation.get(i + 1).startsWith(" ");
      Matcher cpu = CPU.matcher(line);
      boolean one = cpu.matches();
      if (one && !more && !cpus.isEmpty() && cpu.group(2).equals(reason)) {
        lines.remove(lines.size() - 1);
      } else {
        cpus.clear();
      }
      if (one) {
        cpus.add(Integer.valueOf(cpu.group(1)));
        reason = cpu.group(2);
      }
      lines.add(one ? name(cpus) + " " + reason : line);
    }
    return lines;
  }

  /** The subject of a reason that applies to one or several CPUs. */
  private static String name(TreeSet<Integer> cpus) {
    return (cpus.size() > 1 ? "each of cpu" : "cpu") + CpuRanges.of(cpus, ",", 1);
  }
}
