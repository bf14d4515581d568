package lastwords.engine.recording;

import lastwords.engine.RunResult;

/**
 * How a live run ended.
 *
 * @param result its result, including its ending
 * @param term number of the coordinator that wrote it; the highest one counts
 */
public record RunFooter(RunResult result, int term) {
  /** Written by the first coordinator. */
  public RunFooter(RunResult result) {
    this(result, 0);
  }
}
