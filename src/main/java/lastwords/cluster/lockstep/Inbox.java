package lastwords.cluster.lockstep;

import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import lastwords.cluster.lockstep.PartActor.Reply;

/** Where the conductor of a machine gets the answers of its parts. */
interface Inbox {
  /** How long a part may take to answer. */
  long PATIENCE_SECONDS = 30;

  /**
   * Waits for the next answer.
   *
   * @throws RunVoidException when there is none in time
   */
  Reply take() throws InterruptedException;

  /** Answers that another thread puts there. */
  static Inbox of(BlockingQueue<Reply> queue) {
    return () -> checked(queue.poll(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  /** Returns the answer; without one, the run is void. */
  static <T> T checked(T polled) {
    if (polled == null) {
      throw new RunVoidException("a part has not answered for " + PATIENCE_SECONDS + " s");
    }
    return polled;
  }
}
