package lastwords.outcome;

import com.fasterxml.jackson.annotation.JsonValue;

/** What pstore has of the panic. */
public enum PstoreWord implements OutcomeWord {
  /** A record with the panic message. */
  WRITTEN("written"),
  /** A record that was cut short, or that lacks the panic message. */
  TRUNCATED("truncated"),
  /** Nothing, although panic() got past the dump. */
  SKIPPED("skipped"),
  /** Nothing: panic() did not get as far as the dump. */
  UNREACHED("unreached"),
  /** The machine has no pstore, or there was no panic. */
  NOT_APPLICABLE("n/a");

  private final String word;

  PstoreWord(String word) {
    this.word = word;
  }

  @Override
  @JsonValue
  public String word() {
    return word;
  }
}
