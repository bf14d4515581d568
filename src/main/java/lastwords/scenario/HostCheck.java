package lastwords.scenario;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.kernelc.SourceFile;
import lastwords.machine.bus.HostActions;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.ScenarioProblems;

/** Checks that the kernel uses the interfaces to the hypervisor that a machine names. */
final class HostCheck {
  private static final Pattern CALL = Pattern.compile("hw_hypervisor\\(\\s*\"([\\w-]+)\"");

  private HostCheck() {}

  /**
   * Reports an interface that no line of these sources uses; if none is used at all, any name is
   * accepted.
   */
  static void of(HostActions actions, List<SourceFile> sources, ScenarioProblems problems) {
    Set<String> known = new TreeSet<>();
    sources.forEach(source -> collect(source.text(), known));
    for (String action : actions.actions().keySet()) {
      String through = action.replaceFirst("\\..*", "");
      if (!known.isEmpty() && !known.contains(through)) {
        problems.add(
            "",
            "machine.hypervisor: the kernel has no interface '"
                + through
                + "'"
                + Nearest.hint(through, known));
      }
    }
  }

  private static void collect(String text, Set<String> known) {
    Matcher call = CALL.matcher(text);
    while (call.find()) {
      known.add(call.group(1));
    }
  }
}
