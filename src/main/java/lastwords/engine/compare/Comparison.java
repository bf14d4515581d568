package lastwords.engine.compare;

import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Stream;

/** A case compared on two sides. */
public record Comparison(Side before, Side after) {
  /**
   * An outcome on both sides.
   *
   * @param before how it is on that side, if it occurs there
   * @param after likewise
   * @param change {@code unchanged}, {@code gone} or {@code only now}; of samples also {@code more
   *     often}, {@code more rarely}, and {@code chance?} if it occurs on one side only, but not
   *     significantly
   */
  public record Row(String outcome, Optional<Seen> before, Optional<Seen> after, String change) {
    /** Does it occur on one side only, or significantly more often there? */
    public boolean changed() {
      return !change.equals(UNCHANGED) && !change.equals(CHANCE);
    }
  }

  private static final String UNCHANGED = "unchanged";
  private static final String CHANCE = "chance?";

  public Change change() {
    return Change.of(before, after);
  }

  /** Is the comparison final, so that no more states or runs could change it? */
  public boolean decided() {
    return before.complete() && after.complete();
  }

  /** All outcomes of either side: first those before, then those that occur only now. */
  public List<Row> rows() {
    SortedSet<String> known = new TreeSet<>();
    return Stream.of(before, after)
        .flatMap(side -> side.seen().stream())
        .map(seen -> seen.outcome().summary())
        .filter(known::add)
        .toList()
        .stream()
        .map(it -> row(it, known.size()))
        .toList();
  }

  private Row row(String outcome, int rows) {
    Optional<Seen> there = before.find(outcome);
    Optional<Seen> now = after.find(outcome);
    boolean sampled = before.sampled() && after.sampled();
    String change = sampled ? frequency(there, now, rows) : presence(there, now);
    return new Row(outcome, there, now, change);
  }

  private static String presence(Optional<Seen> there, Optional<Seen> now) {
    return there.isEmpty() ? "only now" : now.isEmpty() ? "gone" : UNCHANGED;
  }

  private String frequency(Optional<Seen> there, Optional<Seen> now, int rows) {
    int was = there.map(Seen::count).orElse(0);
    int is = now.map(Seen::count).orElse(0);
    int change = Frequencies.compare(was, before.runs(), is, after.runs(), rows);
    boolean both = there.isPresent() && now.isPresent();
    if (change == 0) {
      return both ? UNCHANGED : CHANCE;
    }
    return !both ? presence(there, now) : change > 0 ? "more often" : "more rarely";
  }
}
