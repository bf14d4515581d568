package lastwords.engine.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.outcome.FaultTotal;
import lastwords.outcome.Outcome;

/** The results of a sample's runs so far. They are added in the order of their seeds. */
public final class Tally {
  private final Map<String, Group> groups = new TreeMap<>();
  private List<FaultTotal> faults = List.of();
  private int runs;

  /** The runs of one outcome. */
  private static final class Group {
    private final Sampled first;
    private Sampled slowest;
    private long[] lengths = new long[8];
    private int size;

    Group(Sampled first) {
      this.first = first;
      this.slowest = first;
    }

    void add(Sampled run) {
      lengths = size == lengths.length ? Arrays.copyOf(lengths, 2 * size) : lengths;
      lengths[size++] = run.length();
      slowest = run.length() > slowest.length() ? run : slowest;
    }

    Share share(int runs) {
      long[] sorted = Arrays.copyOf(lengths, size);
      Arrays.sort(sorted);
      Interval interval = Interval.of(size, runs);
      Outcome outcome = first.outcome();
      long median = quantile(sorted, 50);
      long p95 = quantile(sorted, 95);
      long longest = sorted[size - 1];
      return new Share(outcome, size, interval, first.seed(), slowest.seed(), median, p95, longest);
    }

    /** The least value that {@code percent} percent of the values do not exceed. */
    private static long quantile(long[] sorted, int percent) {
      return sorted[(int) (((long) sorted.length * percent + 99) / 100) - 1];
    }
  }

  public void add(Sampled run) {
    runs++;
    faults = FaultTotal.plus(faults, run.faults());
    groups.computeIfAbsent(run.outcome().summary(), summary -> new Group(run)).add(run);
  }

  public int runs() {
    return runs;
  }

  /** How often each fault fired. */
  public List<FaultTotal> faults() {
    return faults;
  }

  public int outcomes() {
    return groups.size();
  }

  /** Is every outcome's probability known this precisely? */
  public boolean within(double half) {
    return runs > 0
        && groups.values().stream().allMatch(it -> Interval.of(it.size, runs).half() <= half);
  }

  /** The outcomes, the most frequent first. */
  public List<Share> shares() {
    List<Share> shares = new ArrayList<>();
    groups.values().forEach(group -> shares.add(group.share(runs)));
    shares.sort(Comparator.comparingInt(Share::runs).reversed());
    return List.copyOf(shares);
  }
}
