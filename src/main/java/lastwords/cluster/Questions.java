package lastwords.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.RecipientRef;
import akka.actor.typed.javadsl.AskPattern;
import akka.actor.typed.receptionist.Receptionist;
import akka.actor.typed.receptionist.ServiceKey;
import akka.cluster.Member;
import akka.cluster.typed.Cluster;
import akka.japi.function.Function;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.MachineProtocol.Do;
import lastwords.cluster.live.MachineProtocol.Said;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;

/** Asks actors from threads that may block. */
final class Questions {
  static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ActorSystem<?> system;

  Questions(ActorSystem<?> system) {
    this.system = system;
  }

  /**
   * Asks an actor and waits.
   *
   * @throws NodeException UNAVAILABLE when it does not answer
   */
  <M, R> R ask(RecipientRef<M> ref, Function<ActorRef<R>, M> message) {
    return wait(AskPattern.ask(ref, message, PATIENCE, system.scheduler()).toCompletableFuture());
  }

  /** Asks an actor. */
  <M, R> CompletableFuture<R> ask(
      RecipientRef<M> ref, Function<ActorRef<R>, M> message, Duration patience) {
    return AskPattern.ask(ref, message::apply, patience, system.scheduler()).toCompletableFuture();
  }

  /** The guardians of all nodes, this one's included. */
  List<ActorRef<NodeGuardian.Command>> guardians() {
    ActorRefResolver resolver = ActorRefResolver.get(system);
    List<ActorRef<NodeGuardian.Command>> all = new ArrayList<>();
    for (Member member : Cluster.get(system).state().getMembers()) {
      all.add(resolver.resolveActorRef(member.address() + "/user"));
    }
    return all;
  }

  /** Asks a machine's coordinator. */
  CompletableFuture<Said> ask(
      ActorRef<Command> coordinator, String verb, String text, long a, long b, Duration patience) {
    return AskPattern.<Command, Said>ask(
            coordinator, replyTo -> new Do(verb, text, a, b, replyTo), patience, system.scheduler())
        .toCompletableFuture();
  }

  /** Actors registered under a key, including those that are unreachable at present. */
  <T> Set<ActorRef<T>> listed(ServiceKey<T> key) {
    Receptionist.Listing listing =
        ask(system.receptionist(), replyTo -> Receptionist.find(key, replyTo));
    return listing.getAllServiceInstances(key);
  }

  /**
   * Waits for an answer.
   *
   * @throws NodeException UNAVAILABLE when there is none
   */
  static <T> T wait(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw new NodeException(
          Kind.UNAVAILABLE, "the node responsible does not answer: " + e.getCause().getMessage());
    }
  }

  /** The answer as JSON; empty if there is none. */
  static Optional<String> reachedJson(CompletableFuture<Said> answer) {
    return reached(answer).filter(said -> said.error().isEmpty()).map(Said::json);
  }

  /** The answer; empty if there is none. */
  static <T> Optional<T> reached(CompletableFuture<T> answer) {
    try {
      return Optional.of(answer.join());
    } catch (CompletionException e) {
      return Optional.empty();
    }
  }

  /**
   * The JSON of an answer.
   *
   * @throws NodeException when the answer is a refusal
   */
  static String checked(Said said) {
    if (said.error().isEmpty()) {
      return said.json();
    }
    throw new NodeException(Kind.valueOf(said.error()), said.json());
  }
}
