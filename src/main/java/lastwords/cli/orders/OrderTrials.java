package lastwords.cli.orders;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import lastwords.cli.console.Output;
import lastwords.cli.console.Progress;
import lastwords.cli.orders.Scoring.Measured;
import lastwords.scenario.Setup;

/** Tries orders with faults. */
final class OrderTrials {
  private final Output output;
  private final Scoring scoring;
  private boolean complete = true;

  /** A setup to try: an order, one of its faults, and additional settings. */
  private record Trial(Order order, NotifierFault fault, Map<String, Long> more) {
    Setup setup() {
      Map<String, Long> all = new LinkedHashMap<>(more);
      all.putAll(fault.values());
      return order.with(all);
    }
  }

  OrderTrials(Output output, Scoring scoring) {
    this.output = output;
    this.scoring = scoring;
  }

  /** Each order with each of its faults; if the time runs out, the complete orders. */
  List<OrderResult> orders(List<Order> orders, List<List<NotifierFault>> faults) {
    List<Trial> trials = new ArrayList<>();
    for (int i = 0; i < orders.size(); i++) {
      Order order = orders.get(i);
      faults.get(i).forEach(fault -> trials.add(new Trial(order, fault, Map.of())));
    }
    List<Measured> scores = scores(trials, "runs");
    complete = scores.size() == trials.size();
    List<OrderResult> results = new ArrayList<>();
    int at = 0;
    for (int i = 0; i < orders.size() && at + faults.get(i).size() <= scores.size(); i++) {
      int next = at + faults.get(i).size();
      results.add(new OrderResult(orders.get(i), faults.get(i), scores.subList(at, next)));
      at = next;
    }
    return results;
  }

  /** Was everything that was requested tried? */
  boolean complete() {
    return complete;
  }

  /** The swaps of two neighbours among an order's notifiers that change an outcome. */
  List<Swap> swaps(List<OrderResult> results) {
    List<Swap> swaps = new ArrayList<>();
    for (OrderResult result : results) {
      List<String> sequence = result.measured().get(0).notifiers();
      List<Measured> usual = scores(trials(result, Permutations.priorities(sequence)), "swaps");
      for (int i = 0; i + 1 < sequence.size(); i++) {
        List<String> swapped = new ArrayList<>(sequence);
        swapped.set(i, sequence.get(i + 1));
        swapped.set(i + 1, sequence.get(i));
        List<Trial> trials = trials(result, Permutations.priorities(swapped));
        List<Measured> scores = scores(trials, "swaps");
        if (scores.size() < trials.size() || usual.size() < trials.size()) {
          complete = false;
          return swaps;
        }
        add(swap(result, sequence.get(i), sequence.get(i + 1), usual, scores), swaps);
      }
    }
    return swaps;
  }

  private static void add(Swap swap, List<Swap> swaps) {
    if (!swap.changed().isEmpty()) {
      swaps.add(swap);
    }
  }

  private static Swap swap(
      OrderResult result, String first, String second, List<Measured> usual, List<Measured> now) {
    List<Integer> changed =
        IntStream.range(0, now.size())
            .filter(i -> !now.get(i).score().sameAs(usual.get(i).score()))
            .boxed()
            .toList();
    int better = 0;
    int worse = 0;
    for (int i : changed) {
      int difference = now.get(i).score().good() - usual.get(i).score().good();
      better += difference > 0 ? 1 : 0;
      worse += difference < 0 ? 1 : 0;
    }
    List<NotifierFault> faults = changed.stream().map(i -> result.faults().get(i)).toList();
    return new Swap(result.order(), first, second, faults, better, worse);
  }

  private static List<Trial> trials(OrderResult result, Map<String, Long> more) {
    return result.faults().stream().map(it -> new Trial(result.order(), it, more)).toList();
  }

  private List<Measured> scores(List<Trial> trials, String what) {
    try (Progress progress = new Progress(output)) {
      progress.expect(trials.size(), what);
      List<Supplier<Setup>> setups = new ArrayList<>();
      trials.forEach(trial -> setups.add(trial::setup));
      return scoring.all(setups, progress::done);
    }
  }
}
