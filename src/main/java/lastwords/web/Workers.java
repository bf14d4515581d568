package lastwords.web;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * The threads that serve requests. The JDK's server reads and writes in them, so a slow client
 * blocks one. There are many more threads than ever work at once; if all are taken nevertheless,
 * the clients that have blocked theirs for too long are cut off. So slow clients only keep out each
 * other.
 */
final class Workers implements Executor, AutoCloseable {
  private static final int MOST_AT_WORK = 128;
  private static final int IDLE_SECONDS = 20;
  private static final long LOOK_MILLIS = 100;
  private static final long STACK_BYTES = 512L << 10;

  private final int threads;
  private final Patience patience;
  private final ThreadPoolExecutor pool;
  private final ScheduledExecutorService watch;

  private final Map<Thread, Turn> turns = new HashMap<>();
  private final Queue<Runnable> waiting = new ArrayDeque<>();
  private int serving;
  private int atWork;
  private int cuts;

  /**
   * How long a client may block a thread.
   *
   * @param millis otherwise
   * @param pressedMillis while requests wait because all threads are taken
   */
  record Patience(long millis, long pressedMillis) {
    static final Patience STANDARD = new Patience(10_000, 1_000);
  }

  /** A request on its thread. While it waits for the client, it is held by the client. */
  private static final class Turn {
    private boolean held;
    private long sinceNanos;
    private boolean cut;

    void hold() {
      held = true;
      sinceNanos = System.nanoTime();
    }
  }

  /** An operation that may have to wait for the client. */
  interface Step<T> {
    T run() throws IOException;
  }

  Workers(int threads, Patience patience) {
    this.threads = threads;
    this.patience = patience;
    this.pool =
        new ThreadPoolExecutor(
            0,
            threads,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new SynchronousQueue<>(),
            task -> daemon(task, "http"));
    this.watch = new ScheduledThreadPoolExecutor(1, task -> daemon(task, "http-watch"));
    watch.scheduleWithFixedDelay(this::look, LOOK_MILLIS, LOOK_MILLIS, TimeUnit.MILLISECONDS);
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(null, task, name, STACK_BYTES);
    thread.setDaemon(true);
    return thread;
  }

  @Override
  public synchronized void execute(Runnable task) {
    if (serving == threads || !starts(task)) {
      waiting.add(task); // no more than there are connections
    }
  }

  /** A container may allow fewer threads than the limit here. */
  private boolean starts(Runnable task) {
    try {
      pool.execute(() -> serve(task));
      serving++;
      return true;
    } catch (OutOfMemoryError e) {
      if (serving == 0) {
        throw e;
      }
      return false;
    }
  }

  private void serve(Runnable first) {
    for (Runnable task = first; task != null; task = next()) {
      begin();
      try {
        task.run();
      } finally {
        end();
      }
    }
  }

  private synchronized Runnable next() {
    Runnable task = waiting.poll();
    if (task == null) {
      serving--;
    }
    return task;
  }

  /** The server reads the head of the request first. */
  private synchronized void begin() {
    Turn turn = new Turn();
    turn.hold();
    turns.put(Thread.currentThread(), turn);
  }

  private synchronized void end() {
    if (!turns.remove(Thread.currentThread()).held) {
      atWork--;
    }
    clearInterrupt();
  }

  /** A late cut must not affect the next request. */
  private void clearInterrupt() {
    if (!pool.isShutdown()) {
      Thread.interrupted();
    }
  }

  /** The client's request is complete: from now on the thread works for it. */
  synchronized void startWork() throws IOException {
    release(turns.get(Thread.currentThread()));
  }

  private void release(Turn turn) throws IOException {
    if (turn.held) {
      turn.held = false;
      atWork++;
    }
    if (turn.cut) {
      throw new IOException("closed: the client kept its thread waiting for too long");
    }
  }

  /** Rejects the request if too many others are being processed. */
  synchronized void checkRoom() {
    if (atWork > MOST_AT_WORK) {
      throw new HttpError(
          HttpError.UNAVAILABLE, MOST_AT_WORK + " requests are being processed; try again");
    }
  }

  /** Performs an operation that may have to wait for the client. */
  <T> T held(Step<T> step) throws IOException {
    hold();
    T result;
    try {
      result = step.run();
    } catch (IOException | RuntimeException e) {
      startWork();
      throw e;
    }
    startWork();
    return result;
  }

  private synchronized void hold() {
    turns.get(Thread.currentThread()).hold();
    atWork--;
  }

  private synchronized void look() {
    long millis = waiting.isEmpty() ? patience.millis() : patience.pressedMillis();
    long latest = System.nanoTime() - TimeUnit.MILLISECONDS.toNanos(millis);
    turns.forEach(
        (thread, turn) -> {
          if (turn.held && !turn.cut && turn.sinceNanos - latest <= 0) {
            turn.cut = true;
            cuts++;
            thread.interrupt(); // closes the channel that it reads or writes
          }
        });
  }

  /** Number of clients that were cut off. */
  synchronized int cuts() {
    return cuts;
  }

  @Override
  public void close() {
    pool.shutdownNow();
    watch.shutdownNow();
  }
}
