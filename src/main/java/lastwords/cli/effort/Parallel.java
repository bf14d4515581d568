package lastwords.cli.effort;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Work on several threads whose results do not depend on how many there are. */
public final class Parallel {
  private Parallel() {}

  /**
   * Begins the pieces in their order. An exception in one of them is thrown here.
   *
   * @param pieces empty results: there was no time for them
   * @return the results of the first pieces, up to one that has none; if the thread is interrupted,
   *     which it then still is, up to the first one that is not done
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
