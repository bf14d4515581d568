package lastwords.cluster.lockstep;

import akka.actor.typed.ActorSystem;
import com.typesafe.config.ConfigFactory;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import lastwords.cluster.lockstep.PartActor.Reply;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.machine.Machine;
import lastwords.machine.StepSink;
import lastwords.scenario.Setup;

/**
 * Runs machines whose parts are actors of one actor system, in the simulate engine's order: the
 * trace is the same.
 */
public final class ActorEngine implements AutoCloseable {
  private static final String CONFIG =
      """
      akka {
        loggers = ["akka.event.slf4j.Slf4jLogger"]
        logging-filter = "akka.event.slf4j.Slf4jLoggingFilter"
        loglevel = WARNING
        log-dead-letters = off
        actor.allow-java-serialization = off
        coordinated-shutdown.exit-jvm = off
      }
      # one message at a time is under way: one thread hands it on without waking another
      lastwords.parts {
        type = Dispatcher
        executor = "thread-pool-executor"
        thread-pool-executor.fixed-pool-size = 1
        throughput = 16
      }
      """;

  private final ActorSystem<Machines.Command> system;

  public ActorEngine() {
    system =
        ActorSystem.create(
            Machines.create(),
            "lastwords",
            ConfigFactory.parseString(CONFIG).withFallback(ConfigFactory.load()));
  }

  /** Runs a setup with every part in an actor of its own. */
  public RunResult run(Setup setup, long seed, StepSink sink) {
    return run(setup, seed, sink, Simulator.booted(setup));
  }

  /** The same on a machine of the setup that has been booted. */
  public RunResult run(Setup setup, long seed, StepSink sink, Machine machine) {
    BlockingQueue<Reply> inbox = new ArrayBlockingQueue<>(1 << 12);
    BlockingQueue<Machines.Built> built = new ArrayBlockingQueue<>(1);
    system.tell(new Machines.Build(machine, inbox, built));
    Machines.Built actors = take(built);
    try {
      ActorHost host =
          new ActorHost(machine, actors.parts(), actors.replies(), actors.replies(), inbox);
      host.wire();
      return Simulator.run(setup, seed, sink, host);
    } finally {
      system.tell(new Machines.Remove(actors.machine()));
    }
  }

  private static <T> T take(BlockingQueue<T> queue) {
    try {
      return queue.take();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while a machine was built", e);
    }
  }

  @Override
  public void close() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
  }
}
