package lastwords.cli.sampling;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.engine.sample.Interval;
import lastwords.engine.sample.Share;
import lastwords.engine.sample.Tally;
import lastwords.outcome.FaultTotal;

/**
 * How often each outcome occurs, by the moment and the CPU of the panic or fault.
 *
 * @param outcomes their summaries, the most frequent first
 * @param points by CPU, and by moment within
 */
record Sensitivity(List<String> outcomes, List<Point> points) {
  /**
   * A sample.
   *
   * @param counts runs of each outcome, in the order of the outcomes
   * @param fired number of runs in which a fault of the scenario fired: the others are over before
   */
  record Point(int cpu, long nanos, int runs, List<Integer> counts, int fired) {
    double share(int outcome) {
      return runs == 0 ? 0 : (double) counts.get(outcome) / runs;
    }

    Interval interval(int outcome) {
      return Interval.of(counts.get(outcome), runs);
    }
  }

  /** A finished sample, before all outcomes are known. */
  record Made(int cpu, long nanos, Tally tally) {}

  static Sensitivity of(List<Made> made) {
    Map<String, Integer> all = new TreeMap<>();
    for (Made one : made) {
      one.tally()
          .shares()
          .forEach(it -> all.merge(it.outcome().summary(), it.runs(), Integer::sum));
    }
    List<String> outcomes = new ArrayList<>(all.keySet());
    outcomes.sort((a, b) -> Integer.compare(all.get(b), all.get(a)));
    return new Sensitivity(outcomes, made.stream().map(one -> point(one, outcomes)).toList());
  }

  private static Point point(Made made, List<String> outcomes) {
    Map<String, Integer> counts = new LinkedHashMap<>();
    outcomes.forEach(it -> counts.put(it, 0));
    for (Share share : made.tally().shares()) {
      counts.put(share.outcome().summary(), share.runs());
    }
    int fired = made.tally().faults().stream().mapToInt(FaultTotal::runs).max().orElse(0);
    List<Integer> all = List.copyOf(counts.values());
    return new Point(made.cpu(), made.nanos(), made.tally().runs(), all, fired);
  }

  /** The CPUs, each once. */
  List<Integer> cpus() {
    return points.stream().map(Point::cpu).distinct().toList();
  }

  List<Point> of(int cpu) {
    return points.stream().filter(it -> it.cpu() == cpu).toList();
  }
}
