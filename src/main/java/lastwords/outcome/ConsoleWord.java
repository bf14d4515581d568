package lastwords.outcome;

import com.fasterxml.jackson.annotation.JsonValue;

/** How much of what the panic CPU printed is on a console; of several consoles, the best. */
public enum ConsoleWord implements OutcomeWord {
  /** Every message. */
  ALL("all"),
  /** The first messages; the machine ended before the rest. */
  LOST_TAIL("lost-tail"),
  /** Some messages. */
  PARTIAL("partial"),
  /** Messages are missing, and characters of several CPUs are mixed. */
  GARBLED("garbled"),
  /** No message. */
  NONE("none"),
  /** There was no panic. */
  NOT_APPLICABLE("n/a");

  private final String word;

  ConsoleWord(String word) {
    this.word = word;
  }

  @Override
  @JsonValue
  public String word() {
    return word;
  }

  /** The word that shows more. */
  ConsoleWord best(ConsoleWord other) {
    return compareTo(other) <= 0 ? this : other;
  }
}
