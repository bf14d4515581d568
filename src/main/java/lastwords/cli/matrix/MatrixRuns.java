package lastwords.cli.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import lastwords.cli.effort.Parallel;
import lastwords.engine.matrix.Cell;
import lastwords.engine.matrix.Grid;
import lastwords.scenario.hocon.ScenarioException;

/**
 * Runs the cells of a matrix on several threads. Their results depend neither on the number of
 * threads nor on the order; the order only matters if the matrix is stopped early.
 */
final class MatrixRuns {
  private static final double GOLDEN = 0.6180339887498949;

  private final MatrixPlan plan;
  private final CellRun cells;
  private final int workers;
  private final BooleanSupplier timeIsUp;

  /**
   * @param timeIsUp checked before each cell
   */
  MatrixRuns(MatrixPlan plan, CellRun cells, int workers, BooleanSupplier timeIsUp) {
    this.plan = plan;
    this.cells = cells;
    this.workers = workers;
    this.timeIsUp = timeIsUp;
  }

  /**
   * All cells; if the thread is interrupted, those done by then.
   *
   * @param done called for each cell that counts
   */
  Grid run(Runnable done) {
    List<Optional<Cell>> known =
        Collections.synchronizedList(
            new ArrayList<>(Collections.nCopies(plan.size(), Optional.<Cell>empty())));
    List<Callable<Optional<Integer>>> pieces = new ArrayList<>();
    order().forEach(number -> pieces.add(counting(number, known, done)));
    Parallel.run(workers, pieces);
    synchronized (known) {
      return new Grid(plan.axes(), known);
    }
  }

  /**
   * Whole combinations of settings, distant ones first: an early stop then still covers all values
   * of all settings.
   */
  private List<Integer> order() {
    int combinations = Grid.combinations(plan.axes());
    int places = plan.size() / combinations;
    List<Integer> first = new ArrayList<>(IntStream.range(0, combinations).boxed().toList());
    first.sort(Comparator.comparingDouble(it -> (it * GOLDEN) % 1));
    return first.stream()
        .flatMap(it -> IntStream.range(it * places, (it + 1) * places).boxed())
        .toList();
  }

  private Callable<Optional<Integer>> counting(
      int number, List<Optional<Cell>> known, Runnable done) {
    return () -> {
      if (!timeIsUp.getAsBoolean()) {
        known.set(number, Optional.of(cell(number)));
        done.run();
      }
      return Optional.of(number);
    };
  }

  private Cell cell(int number) throws InterruptedException {
    try {
      return cells.of(plan.made(number).setup());
    } catch (ScenarioException e) {
      return Cell.broken(e.lines().get(0));
    }
  }
}
