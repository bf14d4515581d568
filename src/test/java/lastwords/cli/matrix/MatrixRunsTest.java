package lastwords.cli.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import lastwords.cli.effort.Deadline;
import lastwords.engine.matrix.Grid;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The cells of a matrix that has run out of time. */
final class MatrixRunsTest {
  private static final long DAY = 86_400_000_000_000L;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES)
  void aCellThatRunsOnIsGivenUp() {
    Catalog catalog = Catalog.standard();
    MatrixPlan plan =
        new MatrixPlan(
            catalog,
            Map.of("panic", List.of("0", "10")),
            List.of(),
            List.of(),
            Situation.all(catalog, List.of("logbuf-scenario-2")));
    CellRun endless = new CellRun(0, Integer.MAX_VALUE);
    Deadline deadline = new Deadline(DAY, 1);
    MatrixRuns cells = new MatrixRuns(plan, endless, 1, deadline::isOver);
    Grid grid = deadline.bound(() -> cells.run(() -> {}));
    assertThat(grid.done()).isZero();
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }
}
