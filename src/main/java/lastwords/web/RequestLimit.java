package lastwords.web;

import java.io.IOException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * Admits a limited number at once. Some more may wait, for a limited time; all others are rejected.
 */
final class RequestLimit {
  private static final int MOST_WAITING = 16;
  private static final long SECONDS = 20;

  private final Semaphore places;

  RequestLimit(int places) {
    this.places = new Semaphore(places, true);
  }

  /** The work done inside. */
  interface Inside<T> {
    T run() throws IOException;
  }

  <T> T pass(Inside<T> inside) throws IOException {
    if (places.getQueueLength() >= MOST_WAITING || !entered()) {
      throw new HttpError(HttpError.UNAVAILABLE, "too many launches at once; try again");
    }
    try {
      return inside.run();
    } finally {
      places.release();
    }
  }

  private boolean entered() throws IOException {
    try {
      return places.tryAcquire(SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("the server is being closed", e);
    }
  }
}
