package lastwords.outcome;

import com.fasterxml.jackson.annotation.JsonValue;

/** How far the crash kernel got. */
public enum KdumpWord implements OutcomeWord {
  /** It saved the dump, with the registers of all CPUs. */
  OK("ok"),
  /** It saved the dump, without the registers of some CPU. */
  NO_REGS("no-regs"),
  /** It was entered, and the machine was reset before a dump was saved. */
  BROKEN("broken"),
  /** It was entered, but never saves a dump or ends. */
  HANG("hang"),
  /** One was loaded, but not entered. */
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

  /** Was a dump saved? */
  public boolean saved() {
    return this == OK || this == NO_REGS;
  }

  /** Was the crash kernel entered? */
  public boolean entered() {
    return this != NOT_TAKEN && this != NOT_APPLICABLE;
  }
}
