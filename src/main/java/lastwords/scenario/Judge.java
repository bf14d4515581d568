package lastwords.scenario;

import java.util.List;
import java.util.OptionalInt;

/**
 * Who judges a case, and by which rules.
 *
 * @param explores every interleaving is tried, not some seeds
 * @param impatient waits for a time may end at any time
 * @param states how many unique states there are to be found, exactly; empty when that is not said
 */
public record Judge(boolean explores, boolean impatient, OptionalInt states) {
  static Judge read(Section section) {
    Judge judge =
        new Judge(
            section.word("judge", List.of("simulate", "explore")).stream()
                .anyMatch("explore"::equals),
            section.flag("impatient").orElse(false),
            section.number("states", 1, Integer.MAX_VALUE).stream()
                .mapToInt(Long::intValue)
                .findFirst());
    if (!judge.explores() && section.has("states")) {
      section.problem("states", "states is for a case with judge = explore");
    }
    return judge;
  }
}
