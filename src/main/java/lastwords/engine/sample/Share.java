package lastwords.engine.sample;

import lastwords.outcome.Outcome;

/**
 * An outcome in a sample.
 *
 * @param outcome as the first run showed it; outcomes with the same summary are one
 * @param runs number of runs that showed it
 * @param interval of its probability
 * @param firstSeed the first seed that showed it
 * @param slowestSeed the seed of the longest of its runs
 * @param median of the lengths of its runs
 * @param p95 the length that 95 % of its runs do not exceed
 * @param longest of these lengths
 */
public record Share(
    Outcome outcome,
    int runs,
    Interval interval,
    long firstSeed,
    long slowestSeed,
    long median,
    long p95,
    long longest) {}
