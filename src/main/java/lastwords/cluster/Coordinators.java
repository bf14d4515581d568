package lastwords.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentSkipListMap;
import lastwords.cluster.live.MachineProtocol;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.MachineProtocol.Said;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.cluster.wire.Json;

/**
 * The coordinators of a cluster's machines, as a node finds and asks them. Those that were found
 * are remembered until they do not answer.
 */
final class Coordinators {
  private static final Duration LAUNCH_PATIENCE = Duration.ofSeconds(70);
  private static final Duration FIND_PATIENCE = Duration.ofSeconds(2);

  private final ActorSystem<NodeGuardian.Command> system;
  private final Questions questions;
  private final Map<String, ActorRef<Command>> known = new ConcurrentSkipListMap<>();

  Coordinators(ActorSystem<NodeGuardian.Command> system, Questions questions) {
    this.system = system;
    this.questions = questions;
  }

  // ---- finding ----

  /** Is there a machine of that name? */
  boolean exists(String id) {
    return known.containsKey(id) || find().containsKey(id);
  }

  void forget(String id) {
    known.remove(id);
  }

  /** All coordinators on nodes that answer, by machine: who has launched one knows it at once. */
  private SortedMap<String, ActorRef<Command>> find() {
    SortedMap<String, ActorRef<Command>> all = new TreeMap<>();
    questions.guardians().stream()
        .map(it -> questions.ask(it, NodeGuardian.List::new, FIND_PATIENCE))
        .toList()
        .forEach(it -> Questions.reached(it).ifPresent(node -> all.putAll(node.coordinators())));
    known.clear();
    known.putAll(all);
    return all;
  }

  /** All machines whose coordinators answer. */
  List<MachineInfo> infos() {
    List<CompletableFuture<Said>> answers = new ArrayList<>();
    find()
        .values()
        .forEach(ref -> answers.add(questions.ask(ref, "info", "", 0, 0, Questions.PATIENCE)));
    return answers.stream()
        .map(Questions::reachedJson)
        .flatMap(Optional::stream)
        .map(Coordinators::info)
        .toList();
  }

  private static MachineInfo info(String json) {
    return Json.read(json, MachineInfo.class);
  }

  // ---- launching ----

  /** Starts a machine; waits until it has its parts. */
  MachineInfo launch(LaunchOrder order) {
    SortedMap<String, ActorRef<Command>> taken = find();
    String id = order.name().isEmpty() ? MachineNames.free(order, taken.keySet()) : order.name();
    MachineNames.check(id);
    if (taken.containsKey(id)) {
      throw taken(id);
    }
    ActorRef<Command> coordinator = coordinator(id, order);
    try {
      return info(answer(questions.ask(coordinator, "launched", "", 0, 0, LAUNCH_PATIENCE)));
    } catch (NodeException e) {
      coordinator.tell(new MachineProtocol.Do("remove", "", 0, 0, system.ignoreRef()));
      throw e;
    }
  }

  private ActorRef<Command> coordinator(String id, LaunchOrder order) {
    NodeGuardian.Launched launched =
        questions.ask(system, replyTo -> new NodeGuardian.Launch(id, order, replyTo));
    return launched.coordinator().orElseThrow(() -> taken(id));
  }

  private static NodeException taken(String id) {
    return new NodeException(Kind.CONFLICT, "there is a machine '" + id + "' already");
  }

  // ---- asking ----

  /** Has a machine do something, and gives what it looks like then. */
  MachineInfo info(String id, String verb, long a, long b) {
    return info(ask(id, verb, "", a, b));
  }

  /** Asks a machine for something that needs no more words. */
  String ask(String id, String verb) {
    return ask(id, verb, "", 0, 0);
  }

  /**
   * Asks a machine; the answer is JSON.
   *
   * @throws NodeException when there is no such machine, it does not answer, or it refuses
   */
  String ask(String id, String verb, String text, long a, long b) {
    ActorRef<Command> coordinator = coordinator(id);
    try {
      return answer(questions.ask(coordinator, verb, text, a, b, Questions.PATIENCE));
    } catch (NodeException e) {
      if (e.kind() == Kind.UNAVAILABLE) {
        known.remove(id);
      }
      throw e;
    }
  }

  private ActorRef<Command> coordinator(String id) {
    return Optional.ofNullable(known.get(id))
        .or(() -> Optional.ofNullable(find().get(id)))
        .orElseThrow(() -> new NodeException(Kind.NOT_FOUND, "there is no machine '" + id + "'"));
  }

  private static String answer(CompletableFuture<Said> asked) {
    return Questions.checked(Questions.wait(asked));
  }
}
