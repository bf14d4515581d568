package lastwords.cli.sampling;

import java.util.Locale;

/** How the runs of a sample go. */
public enum Strategy {
  /** In emulated time, with jitter. */
  TIMED,
  /** Any of what can happen next, each as likely. */
  RANDOM,
  /** By random priorities that change at a few random points. */
  PCT;

  /** The name on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
