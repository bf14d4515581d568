package lastwords.cluster.lockstep;

import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import lastwords.cluster.lockstep.PartActor.Reply;

/**
 * The conducting thread as executor of the actors it conducts: it does their work while it waits
 * for their answers. Only one message is in flight at a time, and waking another thread for it
 * would cost several times as much as the message.
 */
final class OwnThread implements Executor, Inbox {
  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

  @Override
  public void execute(Runnable task) {
    work.add(task);
  }

  /** Takes the replies. */
  Queue<Reply> replies() {
    return replies;
  }

  @Override
  public Reply take() throws InterruptedException {
    workUntil(() -> !replies.isEmpty());
    return replies.remove();
  }

  /**
   * Works until a condition holds; whoever makes it hold submits a task afterwards. An interrupt
   * ends a mailbox's turn between two messages, and then this method.
   */
  void workUntil(BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean()) {
      Inbox.checked(work.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).run();
    }
  }
}
