package lastwords.outcome;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The words of an outcome: without the place of a hang, without CPUs and conditions.
 *
 * @param end how it ended
 * @param console how much of the panic CPU's messages the consoles show
 * @param pstore what pstore has of them
 * @param kdump how far the crash kernel got
 */
public record OutcomeWords(End end, ConsoleWord console, PstoreWord pstore, KdumpWord kdump) {
  private static final Pattern SUMMARY =
      Pattern.compile(
          "([a-z-]+)(?: at .*?)?(?: in .*?)?, console (\\S+), pstore (\\S+), kdump ([^\\s,]+).*");

  /** The words in a summary written by {@link Outcome#summary}; empty for any other text. */
  public static Optional<OutcomeWords> in(String summary) {
    Matcher words = SUMMARY.matcher(summary);
    return words.matches()
        ? of(words.group(1), words.group(2), words.group(3), words.group(4))
        : Optional.empty();
  }

  /** With these words; empty if one of them is not a word of an outcome. */
  public static Optional<OutcomeWords> of(String end, String console, String pstore, String kdump) {
    try {
      return Optional.of(
          new OutcomeWords(
              OutcomeWord.of(List.of(End.values()), end),
              OutcomeWord.of(List.of(ConsoleWord.values()), console),
              OutcomeWord.of(List.of(PstoreWord.values()), pstore),
              OutcomeWord.of(List.of(KdumpWord.values()), kdump)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
