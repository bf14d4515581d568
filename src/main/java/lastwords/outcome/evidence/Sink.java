package lastwords.outcome.evidence;

import java.util.Locale;

/** Where messages can be read after a run. A page is what is read as one: a console, a record. */
public enum Sink {
  /** The serial ports: a page each. */
  CONSOLE,
  /** The records in persistent RAM: a page each. */
  PSTORE,
  /** The log that the crash kernel has saved: one page. */
  KDUMP;

  /** The key in scenario files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
