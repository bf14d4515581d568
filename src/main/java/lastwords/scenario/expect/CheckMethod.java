package lastwords.scenario.expect;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import lastwords.scenario.hocon.Section;

/**
 * How a case is checked against its expectations.
 *
 * @param explores by every interleaving rather than by seeded runs
 * @param earlyTimeouts timed waits may end at any time
 * @param budget faults that may occur at any moment
 * @param states expected number of unique states, exactly; empty if not specified
 */
public record CheckMethod(
    boolean explores, boolean earlyTimeouts, Budget budget, OptionalInt states) {
  public static CheckMethod read(Section section, int cpus) {
    CheckMethod method =
        new CheckMethod(
            section.word("judge", List.of("simulate", "explore")).stream()
                .anyMatch("explore"::equals),
            earlyTimeouts(section),
            section.section("budget").map(block -> budget(block, cpus)).orElse(Budget.NONE),
            section.number("states", 1, Integer.MAX_VALUE).stream()
                .mapToInt(Long::intValue)
                .findFirst());
    if (!method.explores() && section.has("states")) {
      section.problem("states", "states needs judge = explore");
    }
    return method;
  }

  /** Former versions called it impatient; a variant may set it by either name. */
  private static boolean earlyTimeouts(Section section) {
    Optional<Boolean> former =
        section.has("impatient") ? section.flag("impatient") : Optional.empty();
    return section.flag("early-timeouts").or(() -> former).orElse(false);
  }

  private static Budget budget(Section section, int cpus) {
    int stalls = section.number("stalls", 0, Budget.MOST).orElse(0L).intValue();
    int drops = section.number("drops", 0, Budget.MOST).orElse(0L).intValue();
    long mask =
        section.numbers("cpus", 0, cpus - 1L).stream()
            .flatMap(List::stream)
            .reduce(0L, (all, cpu) -> all | 1L << cpu);
    if (mask != 0 && stalls == 0) {
      section.problem("cpus", "cpus selects which CPUs may stall, so stalls must be at least 1");
    }
    section.end();
    return new Budget(stalls, mask == 0 && stalls > 0 ? -1 : mask, drops);
  }
}
