package lastwords.outcome;

import java.util.ArrayList;
import java.util.List;

/**
 * A fault in many runs.
 *
 * @param id its id
 * @param text its description, in one line
 * @param runs number of runs in which it fired
 * @param fired how often it fired, in all of them
 */
public record FaultTotal(int id, String text, int runs, long fired) {
  /**
   * The totals with one more run; from empty totals, that run's counts. The faults of all runs are
   * the same.
   */
  public static List<FaultTotal> plus(List<FaultTotal> totals, List<FaultCount> run) {
    List<FaultTotal> sums = new ArrayList<>();
    for (int i = 0; i < run.size(); i++) {
      FaultCount one = run.get(i);
      int runs = (totals.isEmpty() ? 0 : totals.get(i).runs()) + (one.fired() > 0 ? 1 : 0);
      long fired = (totals.isEmpty() ? 0 : totals.get(i).fired()) + one.fired();
      sums.add(new FaultTotal(one.id(), one.text(), runs, fired));
    }
    return List.copyOf(sums);
  }
}
