package lastwords.cli.report.block;

import java.util.Locale;

/** Whether something is as one would have it. */
public enum Tone {
  PLAIN,
  GOOD,
  UNSURE,
  BAD;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
