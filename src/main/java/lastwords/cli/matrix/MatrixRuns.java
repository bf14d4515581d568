package lastwords.cli.matrix;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import lastwords.engine.matrix.Cell;
import lastwords.engine.matrix.Grid;
import lastwords.scenario.hocon.ScenarioException;

/**
 * Runs the cells of a matrix on several threads. Each is what it is, whatever their number and
 * whatever the order; the order only matters to one that is stopped early.
 */
final class MatrixRuns {
  private static final double GOLDEN = 0.6180339887498949;

  private final MatrixPlan plan;
  private final CellRun cells;
  private final int workers;
  private final BooleanSupplier timeIsUp;

  /**
   * @param timeIsUp asked before each cell
   */
  MatrixRuns(MatrixPlan plan, CellRun cells, int workers, BooleanSupplier timeIsUp) {
    this.plan = plan;
    this.cells = cells;
    this.workers = workers;
    this.timeIsUp = timeIsUp;
  }

  /** All cells; when the thread is interrupted, those that are done by then. */
  Grid run(Runnable done) {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    TreeMap<Integer, Future<Optional<Cell>>> asked = new TreeMap<>();
    try {
      for (int cell : order()) {
        asked.put(cell, threads.submit(() -> counted(cell, done)));
      }
      for (Future<Optional<Cell>> one : asked.values()) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
    return new Grid(plan.axes(), asked.values().stream().map(MatrixRuns::known).toList());
  }

  /**
   * Whole combinations of settings, those far from each other first: what is known when somebody
   * stops is then about all values of all settings.
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

  private Optional<Cell> counted(int number, Runnable done) throws InterruptedException {
    if (timeIsUp.getAsBoolean()) {
      return Optional.empty();
    }
    Cell cell = cell(number);
    done.run();
    return Optional.of(cell);
  }

  private Cell cell(int number) throws InterruptedException {
    try {
      return cells.of(plan.made(number).setup());
    } catch (ScenarioException e) {
      return Cell.broken(e.lines().get(0));
    }
  }

  private static Optional<Cell> known(Future<Optional<Cell>> one) {
    try {
      return one.isDone() && !one.isCancelled() ? one.get() : Optional.empty();
    } catch (InterruptedException | ExecutionException e) {
      return Optional.empty(); // it was interrupted
    }
  }
}
