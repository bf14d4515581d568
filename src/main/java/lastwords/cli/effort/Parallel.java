package lastwords.cli.effort;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs work on several threads; the results do not depend on their number. */
public final class Parallel {
  private Parallel() {}

  /**
   * Starts the pieces in order. An exception in one of them is rethrown here.
   *
   * @param pieces each returns empty if there was no time for it
   * @return the results up to the first empty one; if the thread is interrupted, up to the first
   *     piece that is not done, and the thread stays interrupted
   */
  public static <T> List<T> run(int workers, List<Callable<Optional<T>>> pieces) {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    List<T> results = new ArrayList<>();
    try {
      List<Future<Optional<T>>> asked = new ArrayList<>();
      pieces.forEach(piece -> asked.add(threads.submit(piece)));
      for (Future<Optional<T>> one : asked) {
        Optional<T> result = one.get();
        if (result.isEmpty()) {
          return results;
        }
        results.add(result.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
    } finally {
      threads.shutdownNow();
    }
    return results;
  }
}
