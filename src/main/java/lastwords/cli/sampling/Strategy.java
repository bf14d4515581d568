package lastwords.cli.sampling;

import java.util.Locale;

/** How the runs of a sample are made. */
public enum Strategy {
  /** In emulated time, with jitter. */
  TIMED,
  /** A choice of what can happen next, all equally likely. */
  RANDOM,
  /** Random priorities that change at a few random points. */
  PCT;

  /** Its name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
