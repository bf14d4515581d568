package lastwords.engine.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** A case on two sides. */
public record Comparison(Side before, Side after) {
  /**
   * An outcome on both sides.
   *
   * @param before as it is there, if it is
   * @param after the same
   */
  public record Row(String outcome, Optional<Seen> before, Optional<Seen> after) {
    /** {@code unchanged}, {@code gone} or {@code only now}. */
    public String change() {
      return before.isEmpty() ? "only now" : after.isEmpty() ? "gone" : "unchanged";
    }

    /** Is it on one side alone? */
    public boolean changed() {
      return before.isEmpty() || after.isEmpty();
    }
  }

  public Change change() {
    return Change.of(before, after);
  }

  /** Could more states or runs show something else? */
  public boolean decided() {
    return before.complete() && after.complete();
  }

  /** Every outcome of either side: first those of the side before, then those that are only now. */
  public List<Row> rows() {
    Map<String, Row> rows = new TreeMap<>();
    List<String> order = new ArrayList<>();
    for (Side side : List.of(before, after)) {
      for (Seen seen : side.seen()) {
        String summary = seen.outcome().summary();
        if (rows.put(summary, new Row(summary, before.find(summary), after.find(summary)))
            == null) {
          order.add(summary);
        }
      }
    }
    return order.stream().map(rows::get).toList();
  }
}
