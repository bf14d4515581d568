package lastwords.cli.orders;

import java.util.List;

/**
 * The result of comparing orders.
 *
 * @param title what was compared, in one line
 * @param orders the best one first
 * @param swaps that change an outcome; empty if not requested
 * @param leftOut orders that this kernel cannot have, and why, one line each
 * @param runs seeded runs of a cell that was not explored
 */
record OrdersResult(
    String title, List<OrderResult> orders, List<Swap> swaps, List<String> leftOut, int runs) {
  OrdersResult {
    orders = List.copyOf(orders);
    swaps = List.copyOf(swaps);
    leftOut = List.copyOf(leftOut);
  }

  int cells() {
    return orders.stream().mapToInt(it -> it.measured().size()).sum();
  }

  int exhausted() {
    return orders.stream().mapToInt(it -> it.count(Score::exhausted)).sum();
  }

  int faults() {
    return orders.stream().mapToInt(it -> it.measured().size()).max().orElse(0);
  }
}
