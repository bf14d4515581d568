package lastwords.cluster.lockstep;

import akka.actor.BootstrapSetup;
import akka.actor.typed.ActorSystem;
import com.typesafe.config.ConfigFactory;
import java.util.concurrent.CompletableFuture;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Setup;
import scala.concurrent.ExecutionContext;

/**
 * Runs machines whose parts are actors of one actor system, in the simulate engine's order: the
 * trace is the same. It is for one thread, which also does the actors' work.
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
        actor.default-dispatcher.executor = "fork-join-executor"
        coordinated-shutdown.exit-jvm = off
        coordinated-shutdown.run-by-jvm-shutdown-hook = off
      }
      # the conducting thread, which is the actor system's default
      lastwords.conducted { type = Dispatcher, executor = "default-executor" }
      """;

  private final OwnThread thread = new OwnThread();
  private final ActorSystem<LockStepGuardian.Command> system;

  public ActorEngine() {
    system =
        ActorSystem.create(
            LockStepGuardian.create(),
            "lastwords",
            BootstrapSetup.create(
                    ConfigFactory.parseString(CONFIG).withFallback(ConfigFactory.load()))
                .withDefaultExecutionContext(ExecutionContext.fromExecutor(thread)));
  }

  /** Runs a setup with each part in its own actor. */
  public RunResult run(Setup setup, long seed, StepSink sink) {
    return run(setup, seed, sink, Simulator.booted(setup));
  }

  /** As above, on a booted machine of the setup. */
  public RunResult run(Setup setup, long seed, StepSink sink, Machine machine) {
    CompletableFuture<LockStepGuardian.Built> built = new CompletableFuture<>();
    system.tell(new LockStepGuardian.Build(machine, thread.replies(), built::complete));
    LockStepGuardian.Built actors = await(built);
    try {
      ActorHost host =
          new ActorHost(machine, actors.parts(), actors.replies(), actors.replies(), thread);
      host.wire();
      return Simulator.run(setup, seed, sink, host);
    } finally {
      system.tell(new LockStepGuardian.Remove(actors.machine()));
    }
  }

  /** Works until the answer is there; leaves an interrupt of this thread to the engine. */
  private <T> T await(CompletableFuture<T> future) {
    future.whenComplete((value, failure) -> thread.execute(() -> {}));
    boolean interrupted = false;
    while (!future.isDone()) {
      try {
        thread.workUntil(future::isDone);
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    return future.join();
  }

  @Override
  public void close() {
    system.terminate();
    await(system.getWhenTerminated().toCompletableFuture());
  }
}
