package lastwords.cli.orders;

import java.util.List;

/**
 * Two neighbours in the sequence of an order's notifiers that have changed places.
 *
 * @param changed the faults of which something else comes then
 * @param better for how many of them it is more of what one wants
 * @param worse for how many less
 */
record Swap(
    Order order, String first, String second, List<NotifierFault> changed, int better, int worse) {
  Swap {
    changed = List.copyOf(changed);
  }
}
