package lastwords.web.trace;

import java.io.IOException;
import java.io.InterruptedIOException;

/** The pause between two polls of something that grows. */
public final class PollPause {
  private static final long MILLIS = 100;

  private PollPause() {}

  /** Waits; fails if the server is being closed. */
  public static void aMoment() throws IOException {
    try {
      Thread.sleep(MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("the server is being closed");
    }
  }
}
