package lastwords.trace.story;

import java.util.Locale;

/** What a moment of a story is about. */
public enum Kind {
  PANIC,
  MESSAGE,
  CONSOLE,
  LOCK,
  WAIT,
  INTERRUPT,
  RECORD,
  FIRMWARE,
  FAULT,
  FUNCTION,
  STEP,
  END;

  /** Its word in JSON. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
