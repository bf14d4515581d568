package lastwords.cli.matrix;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
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

  /**
   * All cells; when the thread is interrupted, those that are done by then.
   *
   * @param done hears of each, when it counts
   */
  Grid run(Runnable done) {
    List<Optional<Cell>> known =
        Collections.synchronizedList(
            new ArrayList<>(Collections.nCopies(plan.size(), Optional.<Cell>empty())));
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      List<Future<?>> asked = new ArrayList<>();
      for (int number : order()) {
        asked.add(threads.submit(counting(number, known, done)));
      }
      for (Future<?> one : asked) {
        one.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
    synchronized (known) {
      return new Grid(plan.axes(), known);
    }
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

  private Callable<Integer> counting(int number, List<Optional<Cell>> known, Runnable done) {
    return () -> {
      if (!timeIsUp.getAsBoolean()) {
        known.set(number, Optional.of(cell(number)));
        done.run();
      }
      return number;
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
