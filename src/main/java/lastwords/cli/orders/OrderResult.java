package lastwords.cli.orders;

import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import lastwords.cli.orders.Scoring.Measured;

/**
 * The results of an order with all faults.
 *
 * @param faults those with which it was tried
 * @param measured one per fault
 */
record OrderResult(Order order, List<NotifierFault> faults, List<Measured> measured) {
  /** The order in which results are shown: the best first. */
  static final Comparator<OrderResult> BEST_FIRST =
      Comparator.comparingInt(OrderResult::good)
          .reversed()
          .thenComparingLong(OrderResult::median)
          .thenComparingLong(OrderResult::longest);

  Score score(int fault) {
    return measured.get(fault).score();
  }

  /** The number of faults with which this holds. */
  int count(Predicate<Score> holds) {
    return (int) measured.stream().map(Measured::score).filter(holds).count();
  }

  /** The number of desired results, over all faults. */
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

  /** The fault with the worst result; the first of several. */
  int worst() {
    int worst = 0;
    for (int i = 1; i < measured.size(); i++) {
      worst = score(i).good() < score(worst).good() ? i : worst;
    }
    return worst;
  }
}
