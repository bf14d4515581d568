package lastwords.engine.compare;

import java.util.stream.IntStream;

/**
 * Whether something was seen more often in one sample than in another, or the difference may be due
 * to chance.
 */
final class Frequencies {
  private static final double LEVEL = 0.05; // probability of mistaking chance for a difference
  private static final double EQUAL = 1 + 1e-7; // tolerance for sums of rounded terms

  private Frequencies() {}

  /**
   * 1: significantly more often after; -1: more rarely; 0: possibly by chance. Fisher's exact test
   * of two proportions, two-sided.
   *
   * @param questions number of tests of the same two samples, which share the level (Bonferroni)
   */
  static int compare(int before, int runsBefore, int after, int runsAfter, int questions) {
    if (probability(before, runsBefore, after, runsAfter) >= LEVEL / Math.max(1, questions)) {
      return 0;
    }
    return Double.compare((double) after / runsAfter, (double) before / runsBefore);
  }

  /** The probability of such a difference, or a less likely one, if there is none. */
  static double probability(int before, int runsBefore, int after, int runsAfter) {
    int seen = before + after;
    double limit = likelihood(before, runsBefore, seen, runsAfter) * EQUAL;
    int least = Math.max(0, seen - runsAfter);
    int most = Math.min(runsBefore, seen);
    double sum =
        IntStream.rangeClosed(least, most)
            .mapToDouble(it -> likelihood(it, runsBefore, seen, runsAfter))
            .filter(it -> it <= limit)
            .sum();
    return Math.min(1, sum);
  }

  /**
   * The hypergeometric probability that {@code before} of all that were seen are among the runs
   * before.
   */
  private static double likelihood(int before, int runsBefore, int seen, int runsAfter) {
    return Math.exp(
        choose(runsBefore, before)
            + choose(runsAfter, seen - before)
            - choose(runsBefore + runsAfter, seen));
  }

  /** The logarithm of a binomial coefficient. */
  private static double choose(int n, int k) {
    return factorial(n) - factorial(k) - factorial(n - k);
  }

  /** The logarithm of a factorial; from 20 on by Stirling's series, to 1e-12. */
  private static double factorial(int n) {
    if (n < 20) {
      return IntStream.rangeClosed(2, n).mapToDouble(Math::log).sum();
    }
    double third = 1.0 / n / n / n;
    double series = 1.0 / (12.0 * n) - third / 360 + third / n / n / 1260;
    return n * Math.log(n) - n + 0.5 * Math.log(2 * Math.PI * n) + series;
  }
}
