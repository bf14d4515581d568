package lastwords.bench;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.Behavior;
import akka.actor.typed.DispatcherSelector;
import akka.actor.typed.javadsl.Behaviors;
import java.util.concurrent.CountDownLatch;

/** Two actors that only send each other messages, on the one thread of the parts. */
final class BareTells {
  static final int TELLS = 2_000_000;

  private final ActorSystem<?> system;

  BareTells(ActorSystem<?> system) {
    this.system = system;
  }

  private record Ball(int left, ActorRef<Ball> to) {}

  /** Runs once. */
  void play() throws InterruptedException {
    CountDownLatch done = new CountDownLatch(1);
    DispatcherSelector one = DispatcherSelector.fromConfig("lastwords.parts");
    ActorRef<Ball> wall = system.systemActorOf(player(done), "wall" + System.nanoTime(), one);
    ActorRef<Ball> player = system.systemActorOf(player(done), "player" + System.nanoTime(), one);
    player.tell(new Ball(TELLS, wall));
    done.await();
  }

  private static Behavior<Ball> player(CountDownLatch done) {
    return Behaviors.setup(
        context ->
            Behaviors.receiveMessage(
                ball -> {
                  if (ball.left() == 0) {
                    done.countDown();
                  } else {
                    ball.to().tell(new Ball(ball.left() - 1, context.getSelf()));
                  }
                  return Behaviors.same();
                }));
  }
}
