package lastwords.cli.orders;

import java.util.List;

/**
 * A swap of two neighbours in an order's sequence of notifiers.
 *
 * @param changed the faults whose outcomes change
 * @param better number of those with more of the desired results
 * @param worse number of those with fewer
 */
record Swap(
    Order order, String first, String second, List<NotifierFault> changed, int better, int worse) {
  Swap {
    changed = List.copyOf(changed);
  }
}
