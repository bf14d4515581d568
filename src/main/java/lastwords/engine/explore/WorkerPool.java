package lastwords.engine.explore;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;

/**
 * The threads of an exploration, one per worker; the calling thread is one of them. The result of
 * their work does not depend on their number.
 */
final class WorkerPool implements AutoCloseable {
  private final int count;
  private final ExecutorService others;

  WorkerPool(int count) {
    this.count = count;
    this.others = Executors.newFixedThreadPool(Math.max(1, count - 1), WorkerPool::thread);
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "explore");
    thread.setDaemon(true);
    return thread;
  }

  int count() {
    return count;
  }

  /** Has each worker do its share of some work, by its number; returns when all have finished. */
  void run(IntConsumer share) {
    List<Future<?>> shares = new ArrayList<>();
    for (int worker = 1; worker < count; worker++) {
      int number = worker;
      shares.add(others.submit(() -> share.accept(number)));
    }
    try {
      share.accept(0);
    } finally {
      shares.forEach(WorkerPool::await);
    }
  }

  /** Waits even if this thread is interrupted, and keeps it interrupted. */
  private static void await(Future<?> share) {
    boolean interrupted = false;
    while (true) {
      try {
        share.get();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      } catch (ExecutionException | CancellationException e) {
        throw new IllegalStateException("a worker failed", e);
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    others.shutdownNow();
  }
}
