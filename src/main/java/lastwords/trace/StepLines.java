package lastwords.trace;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Steps of a trace as lines: {@code 17 cpu0 panic:88 store x 1}. */
public final class StepLines {
  private StepLines() {}

  /**
   * The steps in a range of sequence numbers.
   *
   * @param from inclusive
   * @param to exclusive
   */
  public static List<String> of(TraceBuffer trace, StepNames names, long from, long to) {
    Cells cells = new Cells(names);
    List<String> lines = new ArrayList<>();
    try {
      trace.forEach(
          step -> {
            if (step.seq() >= from && step.seq() < to) {
              String who = step.cpu() < 0 ? "machine" : "cpu" + step.cpu();
              lines.add(String.format(Locale.ROOT, "%7d  %s  %s", step.seq(), who, cells.of(step)));
            }
          });
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return lines;
  }
}
