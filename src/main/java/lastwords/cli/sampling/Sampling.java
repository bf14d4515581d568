package lastwords.cli.sampling;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.IntConsumer;
import lastwords.engine.sample.Sampled;
import lastwords.engine.sample.Sampler;
import lastwords.engine.sample.Tally;
import lastwords.outcome.End;

/**
 * The runs of a sample, on several threads. They are counted in batches, in the order of their
 * seeds, so that the result does not depend on the number of threads.
 */
public final class Sampling {
  private static final int BATCH = 100; // runs
  private static final int AHEAD = 4; // batches under way for each worker

  private final SamplePlan plan;
  private final int workers;
  private final long firstSeed;
  private final int most;
  private final double width;
  private final BlockingQueue<Sampler> idle = new LinkedBlockingQueue<>();
  private final Deque<Future<List<Sampled>>> underWay = new ArrayDeque<>();
  private final Tally tally = new Tally();
  private int begun;

  /**
   * @param most maximum number of runs
   * @param width sufficient half-width of the interval of each outcome's probability; 0: never
   *     sufficient
   */
  public Sampling(SamplePlan plan, int workers, long firstSeed, int most, double width) {
    this.plan = plan;
    this.workers = workers;
    this.firstSeed = firstSeed;
    this.most = most;
    this.width = width;
  }

  /**
   * Makes the runs; if the thread is interrupted, those counted by then.
   *
   * @param done receives the number of runs counted so far
   */
  public Tally run(IntConsumer done) {
    ExecutorService threads = Executors.newFixedThreadPool(workers);
    try {
      for (int i = 0; i < workers; i++) {
        idle.add(plan.sampler());
      }
      while (!enough() && collect(threads)) {
        done.accept(tally.runs());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      threads.shutdownNow();
    }
    return tally;
  }

  private boolean enough() {
    return tally.runs() >= most || width > 0 && tally.within(width);
  }

  private boolean collect(ExecutorService threads) throws InterruptedException {
    while (begun < most && underWay.size() < workers * AHEAD) {
      long seed = firstSeed + begun;
      int runs = Math.min(BATCH, most - begun);
      begun += runs;
      underWay.addLast(threads.submit(() -> batch(seed, runs)));
    }
    try {
      List<Sampled> batch = underWay.removeFirst().get();
      if (batch.stream().anyMatch(it -> it.outcome().end() == End.INTERRUPTED)) {
        throw new InterruptedException();
      }
      batch.forEach(tally::add);
      return true;
    } catch (ExecutionException e) {
      throw unwrapped(e);
    }
  }

  private List<Sampled> batch(long seed, int runs) throws InterruptedException {
    Sampler sampler = idle.take();
    try {
      List<Sampled> batch = new ArrayList<>();
      for (int i = 0; i < runs; i++) {
        if (Thread.currentThread().isInterrupted()) {
          throw new InterruptedException();
        }
        batch.add(sampler.run(seed + i));
      }
      return batch;
    } finally {
      idle.add(sampler);
    }
  }

  private static RuntimeException unwrapped(ExecutionException e) throws InterruptedException {
    if (e.getCause() instanceof InterruptedException interrupted) {
      throw interrupted;
    }
    return e.getCause() instanceof RuntimeException bug ? bug : new IllegalStateException(e);
  }
}
