package lastwords.cli.report.block;

import java.util.Locale;

/** Whether something is good or bad. */
public enum Tone {
  PLAIN,
  GOOD,
  UNSURE,
  BAD;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
