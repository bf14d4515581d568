package lastwords.cluster;

import akka.Done;
import akka.actor.ActorRef;
import akka.actor.CoordinatedShutdown;
import akka.actor.PoisonPill;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.Adapter;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Ends a node's actor system within a bounded time.
 *
 * <p>Artery waits for its outbound connections before the system ends, and with TLS such a
 * connection waits for its peer to close, too. If both close at once, or the peer is stuck, neither
 * ever does. So connections still open after a while are cut.
 */
final class Termination {
  private static final Logger LOG = LoggerFactory.getLogger(Termination.class);

  /** Where Akka keeps the TCP connections of a system. */
  private static final String CONNECTIONS = "/system/IO-TCP/selectors/*/*";

  /** How long the cluster may take to confirm that a node leaves. */
  private static final Duration LEAVING = Duration.ofSeconds(30);

  /** How long connections may take to close, at first and after each cut. */
  private static final Duration CLOSING = Duration.ofSeconds(2);

  /** How often connections are cut before giving up. */
  private static final int CUTS = 10;

  private final ActorSystem<?> system;
  private final CompletableFuture<Boolean> end = new CompletableFuture<>();

  Termination(ActorSystem<?> system) {
    this.system = system;
    system
        .getWhenTerminated()
        .whenComplete(
            (done, error) -> {
              if (error == null) {
                end.complete(true);
              } else {
                end.completeExceptionally(error);
              }
            });
    CoordinatedShutdown.get(system)
        .addTask(
            CoordinatedShutdown.PhaseBeforeActorSystemTerminate(),
            "cut-connections-that-stay",
            this::watch);
  }

  /** Starts cutting connections in the background, whoever ended the system. */
  private CompletionStage<Done> watch() {
    Thread thread = new Thread(this::cutWhatStays, "termination");
    thread.setDaemon(true);
    thread.start();
    return CompletableFuture.completedFuture(Done.done());
  }

  private void cutWhatStays() {
    for (int cut = 0; cut < CUTS; cut++) {
      if (within(CLOSING)) {
        return;
      }
      LOG.info("cutting connections that did not close within {}", CLOSING);
      Adapter.toClassic(system)
          .actorSelection(CONNECTIONS)
          .tell(PoisonPill.getInstance(), ActorRef.noSender());
    }
    if (!within(CLOSING)) {
      LOG.error(
          "the node's actors did not end within {}; leaving them", CLOSING.multipliedBy(CUTS));
      end.complete(false);
    }
  }

  /** Waits for a system that is leaving its cluster; ends it if the cluster does not confirm. */
  void afterLeaving() {
    if (!within(LEAVING)) {
      LOG.warn("the cluster did not confirm within {} that this node leaves; ending it", LEAVING);
      now();
    }
  }

  /** Ends the system; returns once it has ended or been given up. */
  void now() {
    system.terminate();
    end.join();
  }

  /** Waits until the system has ended or been given up. */
  void await() throws InterruptedException {
    try {
      end.get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the node ended badly", e.getCause());
    }
  }

  private boolean within(Duration patience) {
    try {
      end.get(patience.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (TimeoutException e) {
      return false;
    } catch (ExecutionException e) {
      throw new IllegalStateException("the node ended badly", e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }
}
