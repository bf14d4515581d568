package lastwords.verdict;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of the crash kernel. */
public enum KdumpWord implements OutcomeWord {
  /** It was entered, with the registers of all CPUs. */
  OK("ok"),
  /** It was entered, without the registers of some CPU. */
  NO_REGS("no-regs"),
  /** One was loaded, and not entered. */
  NOT_TAKEN("not-taken"),
  /** None was loaded, or there was no panic. */
  NOT_APPLICABLE("n/a");

  private final String word;

  KdumpWord(String word) {
    this.word = word;
  }

  @Override
  @JsonValue
  public String word() {
    return word;
  }

  /** Was the crash kernel entered? */
  public boolean entered() {
    return this == OK || this == NO_REGS;
  }
}
