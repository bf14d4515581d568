package lastwords.engine.recording;

import lastwords.engine.RunResult;

/**
 * How a live run ended.
 *
 * @param result what came of it, its ending included
 * @param term which of the machine's coordinators in a row says so: the last one is right
 */
public record RunFooter(RunResult result, int term) {
  /** As the first coordinator says. */
  public RunFooter(RunResult result) {
    this(result, 0);
  }
}
