package lastwords.cli.orders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.kernelc.image.GlobalInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.scenario.hocon.Nearest;
import lastwords.scenario.hocon.ScenarioProblems;
import lastwords.scenario.hocon.Span;

/**
 * A fault in a notifier, by the settings that {@code PANIC_NOTIFIER()} defines.
 *
 * @param notifier its callback; empty if nothing goes wrong
 * @param kind as written by the user: {@code hangs}, {@code takes=10s}
 * @param values of its settings
 */
record NotifierFault(String notifier, String kind, Map<String, Long> values) {
  static final NotifierFault NONE = new NotifierFault("", "no fault", Map.of());

  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final Pattern TAKES = Pattern.compile("takes=(.*)");
  private static final Set<String> KINDS = new TreeSet<>(Set.of("hangs", "locked", "resets"));

  /** Its text in reports. */
  String text() {
    return notifier.isEmpty() ? kind : notifier + " " + kind;
  }

  /** The notifiers of a kernel: the callbacks that have a setting to hang. */
  static Set<String> notifiers(KernelImage image) {
    Set<String> names = new TreeSet<>();
    for (GlobalInfo global : image.globals()) {
      String name = global.name().replaceFirst("_hangs$", "");
      if (!name.equals(global.name()) && image.global(name + "_takes_ms") != null) {
        names.add(name);
      }
    }
    return names;
  }

  /** Each kind in each notifier, as far as the kernel has it, preceded by no fault at all. */
  static List<NotifierFault> all(List<String> notifiers, List<String> kinds, KernelImage image) {
    List<NotifierFault> all = new ArrayList<>(List.of(NONE));
    for (String notifier : notifiers) {
      for (String kind : kinds) {
        of(notifier, kind, image).ifPresent(all::add);
      }
    }
    return all;
  }

  private static Optional<NotifierFault> of(String notifier, String kind, KernelImage image) {
    Matcher takes = TAKES.matcher(kind);
    String setting = notifier + "_" + (takes.matches() ? "takes_ms" : kind);
    long value = takes.matches() ? millis(takes.group(1)) : 1;
    return image.global(setting) == null
        ? Optional.empty()
        : Optional.of(new NotifierFault(notifier, kind, Map.of(setting, value)));
  }

  /** Rejects unknown kinds. */
  static void check(List<String> kinds) {
    for (String kind : kinds) {
      Matcher takes = TAKES.matcher(kind);
      if (takes.matches()) {
        millis(takes.group(1));
      } else if (!KINDS.contains(kind)) {
        throw ScenarioProblems.one(
            "",
            "--faults: '"
                + kind
                + "' is not a fault; expected hangs, takes=10s, locked or resets"
                + Nearest.hint(kind, KINDS));
      }
    }
  }

  private static long millis(String span) {
    return Span.nanos(span)
        .map(it -> it / NANOS_PER_MILLI)
        .filter(it -> it > 0)
        .orElseThrow(
            () ->
                ScenarioProblems.one(
                    "",
                    "--faults: takes='"
                        + span
                        + "' is not a time; expected one such as 10s or 5ms"));
  }
}
