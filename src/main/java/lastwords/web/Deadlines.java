package lastwords.web;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Cuts off clients that do not take their answer. */
final class Deadlines implements AutoCloseable {
  private final long millis;
  private final ScheduledExecutorService timer;
  private final AtomicInteger cuts = new AtomicInteger();

  /**
   * @param millis how long a client may take for a piece of the answer
   */
  Deadlines(long millis) {
    this.millis = millis;
    ScheduledThreadPoolExecutor one =
        new ScheduledThreadPoolExecutor(1, task -> HttpApi.daemon(task, "http-deadlines"));
    one.setRemoveOnCancelPolicy(true);
    this.timer = one;
  }

  /** The exchange's body, each write to which has to be over in time. */
  OutputStream body(HttpExchange exchange) {
    OutputStream body = exchange.getResponseBody();
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
      }

      @Override
      public void write(byte[] bytes, int from, int length) throws IOException {
        guarded(exchange, () -> body.write(bytes, from, length));
      }

      @Override
      public void flush() throws IOException {
        guarded(exchange, body::flush);
      }

      @Override
      public void close() throws IOException {
        guarded(exchange, body::close);
      }
    };
  }

  private Future<?> due(HttpExchange exchange) throws IOException {
    try {
      return timer.schedule(() -> cut(exchange), millis, TimeUnit.MILLISECONDS);
    } catch (RejectedExecutionException e) {
      throw new IOException("the server is being closed", e);
    }
  }

  private void cut(HttpExchange exchange) {
    exchange.close();
    cuts.incrementAndGet();
  }

  /** How many clients were cut off. */
  int cuts() {
    return cuts.get();
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void guarded(HttpExchange exchange, Writing writing) throws IOException {
    Future<?> due = due(exchange);
    try {
      writing.run();
    } finally {
      due.cancel(false);
    }
  }

  @Override
  public void close() {
    timer.shutdownNow();
  }
}
