package lastwords.cli.orders;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import lastwords.cli.orders.Scoring.Measured;

/**
 * What an order makes of all faults.
 *
 * @param faults those that it was tried with
 * @param measured for each of them
 */
record OrderResult(Order order, List<NotifierFault> faults, List<Measured> measured) {
  /** In which order results are shown: the best first. */
  static final Comparator<OrderResult> BEST_FIRST =
      Comparator.comparingInt(OrderResult::good)
          .reversed()
          .thenComparingLong(OrderResult::median)
          .thenComparingLong(OrderResult::longest);

  Score score(int fault) {
    return measured.get(fault).score();
  }

  /** With how many faults that holds. */
  int count(Predicate<Score> holds) {
    return (int) measured.stream().map(Measured::score).filter(holds).count();
  }

  /** Of all that one wants, over all faults. */
  int good() {
    return measured.stream().mapToInt(it -> it.score().good()).sum();
  }

  long median() {
    List<Long> times = times();
    return times.get((times.size() - 1) / 2);
  }

  long longest() {
    return times().get(times().size() - 1);
  }

  private List<Long> times() {
    return measured.stream().map(it -> it.score().nanos()).sorted().toList();
  }

  /** The fault of which the least good comes; the first of them. */
  int worst() {
    int worst = 0;
    for (int i = 1; i < measured.size(); i++) {
      worst = score(i).good() < score(worst).good() ? i : worst;
    }
    return worst;
  }
}
