package lastwords.outcome.evidence;

import java.util.Locale;

/** Where messages can be read after a run. A page is read as one text: a console, a record. */
public enum Sink {
  /** The serial ports: one page each. */
  CONSOLE,
  /** The records in persistent RAM: one page each. */
  PSTORE,
  /** The log saved by the crash kernel: one page. */
  KDUMP;

  /** The key in scenario files. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
