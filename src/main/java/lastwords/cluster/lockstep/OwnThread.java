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
 * The conducting thread as the executor of the actors that it conducts: what they have to do is
 * done while it waits for their answer. Where one message is under way at a time, to wake another
 * thread for each costs several times what the message itself does.
 */
final class OwnThread implements Executor, Inbox {
  private final BlockingQueue<Runnable> work = new LinkedBlockingQueue<>();
  private final Queue<Reply> replies = new ConcurrentLinkedQueue<>();

  @Override
  public void execute(Runnable task) {
    work.add(task);
  }

  /** Where replies go. */
  Queue<Reply> replies() {
    return replies;
  }

  @Override
  public Reply take() throws InterruptedException {
    workUntil(() -> !replies.isEmpty());
    return replies.remove();
  }

  /**
   * Works until it holds; whoever makes it hold hands in a task afterwards. An interrupt that finds
   * a mailbox at work ends its turn between two messages, and this.
   */
  void workUntil(BooleanSupplier done) throws InterruptedException {
    while (!done.getAsBoolean()) {
      Inbox.checked(work.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).run();
    }
  }
}
