package lastwords.engine.sample;

import lastwords.verdict.Outcome;

/**
 * A run of a sample.
 *
 * @param seed that it was made with
 * @param length of emulated time, in ns, where there is a clock; else of its schedule
 */
public record Sampled(long seed, Outcome outcome, long length) {}
