package lastwords.engine.recording;

import lastwords.engine.RunResult;

/**
 * How a live run ended.
 *
 * @param result what came of it, its ending included
 */
public record RunFooter(RunResult result) {}
