package lastwords.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
import lastwords.json.Json;

/**
 * Finds and asks the coordinators of a cluster's machines. They are remembered until they fail to
 * answer.
 */
final class Coordinators {
  private static final Duration LAUNCH_PATIENCE = Duration.ofSeconds(70);
  private static final Set<String> HARMLESS = Set.of("info", "parts", "faults", "report");
  private static final Duration FIND_PATIENCE = Duration.ofSeconds(2);

  private final ActorSystem<NodeGuardian.Command> system;
  private final Questions questions;
  private final Map<String, ActorRef<Command>> known = new ConcurrentSkipListMap<>(); // by id
  private final Map<String, String> names = new ConcurrentSkipListMap<>(); // of those, by id

  Coordinators(ActorSystem<NodeGuardian.Command> system, Questions questions) {
    this.system = system;
    this.questions = questions;
  }

  // ---- finding ----

  void forget(String id) {
    known.remove(id);
  }

  /** Asks all nodes for the machines they know: the launching node knows a new one at once. */
  private KnownMachines find() {
    KnownMachines all = new KnownMachines();
    List<CompletableFuture<NodeGuardian.Machines>> answers = new ArrayList<>();
    for (ActorRef<NodeGuardian.Command> it : questions.guardians()) {
      answers.add(
          questions.ask(it, replyTo -> new NodeGuardian.List(false, replyTo), FIND_PATIENCE));
    }
    answers.add(
        questions.ask(system, replyTo -> new NodeGuardian.List(true, replyTo), FIND_PATIENCE));
    answers.forEach(it -> Questions.reached(it).ifPresent(all::add));
    known.clear();
    known.putAll(all.coordinators());
    names.clear();
    known.keySet().forEach(it -> names.put(it, all.nameOf(it)));
    return all;
  }

  /**
   * All machines under control. If a coordinator does not answer, its machine is shown in the last
   * state it recorded.
   */
  List<MachineInfo> infos() {
    KnownMachines all = find();
    Map<String, CompletableFuture<Said>> answers = new TreeMap<>();
    all.coordinators()
        .forEach(
            (id, ref) -> answers.put(id, questions.ask(ref, "info", "", 0, 0, Questions.PATIENCE)));
    answers.forEach(
        (id, it) -> Questions.reachedJson(it).map(Coordinators::read).ifPresent(all::now));
    return all.infos();
  }

  /** The ids that a word can mean: a machine with that id, or all with that name. */
  List<String> meant(String word) {
    if (known.containsKey(word)) {
      return List.of(word);
    }
    List<String> named = known.keySet().stream().filter(it -> word.equals(names.get(it))).toList();
    return named.isEmpty() ? find().meant(word) : named;
  }

  private static MachineInfo read(String json) {
    return Json.read(json, MachineInfo.class);
  }

  // ---- launching ----

  /** Starts a machine; waits until it has its parts. */
  MachineInfo launch(LaunchOrder order) {
    Set<String> taken = find().names();
    String name = order.name().isEmpty() ? MachineNames.free(order, taken) : order.name();
    MachineNames.check(name);
    if (taken.contains(name)) {
      throw taken(name);
    }
    String id = MachineNames.id();
    ActorRef<Command> coordinator = coordinator(id, order.named(name));
    try {
      return read(answer(questions.ask(coordinator, "launched", "", 0, 0, LAUNCH_PATIENCE)));
    } catch (NodeException e) {
      coordinator.tell(new MachineProtocol.Do("remove", "", 0, 0, system.ignoreRef()));
      throw e;
    }
  }

  private ActorRef<Command> coordinator(String id, LaunchOrder order) {
    NodeGuardian.Launched launched =
        questions.ask(system, replyTo -> new NodeGuardian.Launch(id, order, replyTo));
    return launched.coordinator().orElseThrow(() -> taken(order.name()));
  }

  private static NodeException taken(String name) {
    return new NodeException(Kind.CONFLICT, "there is already a machine '" + name + "'");
  }

  // ---- asking ----

  /** Sends a request to a machine; returns its state afterwards. */
  MachineInfo info(String id, String verb, long a, long b) {
    return read(ask(id, verb, "", a, b));
  }

  /** A machine's state; the last known one while it has no coordinator. */
  MachineInfo info(String id) {
    try {
      return info(id, "info", 0, 0);
    } catch (NodeException e) { // it does not answer: no coordinator refuses this request
      return find().info(id).orElseThrow(() -> e);
    }
  }

  /** Sends a request without arguments to a machine. */
  String ask(String id, String verb) {
    return ask(id, verb, "", 0, 0);
  }

  /**
   * Sends a request to a machine; the answer is JSON.
   *
   * @throws NodeException when its coordinator does not answer, or refuses
   */
  String ask(String id, String verb, String text, long a, long b) {
    ActorRef<Command> coordinator = coordinator(id);
    try {
      return answer(questions.ask(coordinator, verb, text, a, b, Questions.PATIENCE));
    } catch (NodeException e) {
      if (e.kind() != Kind.UNAVAILABLE) {
        throw e;
      }
      known.remove(id);
      ActorRef<Command> successor = find().coordinators().get(id);
      boolean another = successor != null && !successor.equals(coordinator);
      if (another && HARMLESS.contains(verb)) {
        return answer(questions.ask(successor, verb, text, a, b, Questions.PATIENCE));
      }
      throw e;
    }
  }

  private ActorRef<Command> coordinator(String id) {
    ActorRef<Command> remembered = known.get(id);
    if (remembered != null) {
      return remembered;
    }
    KnownMachines all = find();
    ActorRef<Command> found = all.coordinators().get(id);
    if (found == null) {
      throw new NodeException(
          Kind.UNAVAILABLE,
          all.nameOf(id)
              + " has no coordinator that answers; another node takes over once "
              + all.nodeOf(id)
              + " counts as gone");
    }
    return found;
  }

  private static String answer(CompletableFuture<Said> asked) {
    return Questions.checked(Questions.wait(asked));
  }
}
