package lastwords.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.actor.typed.javadsl.AskPattern;
import akka.actor.typed.receptionist.Receptionist;
import akka.cluster.Member;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Leave;
import akka.japi.function.Function;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import lastwords.cluster.live.Json;
import lastwords.cluster.live.LiveMachine;
import lastwords.cluster.live.LiveMachine.Said;
import lastwords.cluster.live.NodeAgent;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.ClusterStatus;
import lastwords.cluster.node.FaultInfo;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.cluster.node.PartInfo;
import lastwords.cluster.node.RecordingChunk;
import lastwords.cluster.node.RunReport;
import lastwords.cluster.node.TraceChunk;
import lastwords.scenario.ScenarioException;

/** A node of a cluster, as an actor system that others ask from their own threads. */
final class AkkaClusterNode implements ClusterNode {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final Duration LAUNCH_PATIENCE = Duration.ofSeconds(70);

  private final ActorSystem<NodeGuardian.Command> system;
  private final String name;
  private final Traces traces;
  private final Cluster cluster;
  private final Map<String, ActorRef<LiveMachine.Command>> known = new ConcurrentSkipListMap<>();

  /**
   * @param traces where traces and recordings are read
   */
  AkkaClusterNode(ActorSystem<NodeGuardian.Command> system, String name, Traces traces) {
    this.system = system;
    this.name = name;
    this.traces = traces;
    this.cluster = Cluster.get(system);
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public String address() {
    return cluster.selfMember().address().toString();
  }

  @Override
  public ClusterStatus status() {
    return MemberList.status(cluster, name, traces.collector());
  }

  // ---- machines ----

  @Override
  public MachineInfo launch(LaunchOrder order) {
    try {
      order.bundle().setup();
    } catch (ScenarioException e) {
      throw new NodeException(Kind.REFUSED, e.getMessage());
    }
    SortedMap<String, ActorRef<LiveMachine.Command>> taken = find();
    String id = order.name().isEmpty() ? MachineNames.free(order, taken.keySet()) : order.name();
    MachineNames.check(id);
    if (taken.containsKey(id)) {
      throw new NodeException(Kind.CONFLICT, "there is a machine '" + id + "' already");
    }
    Optional<ActorRef<LiveMachine.Command>> coordinator =
        this.<NodeGuardian.Command, NodeGuardian.Launched>ask(
                system, replyTo -> new NodeGuardian.Launch(id, order, replyTo), PATIENCE)
            .coordinator();
    ActorRef<LiveMachine.Command> ref =
        coordinator.orElseThrow(
            () -> new NodeException(Kind.CONFLICT, "there is a machine '" + id + "' already"));
    try {
      return Json.read(say(ref, "launched", "", 0, 0, LAUNCH_PATIENCE), MachineInfo.class);
    } catch (NodeException e) {
      ref.tell(new LiveMachine.Do("remove", "", 0, 0, system.ignoreRef()));
      throw e;
    }
  }

  @Override
  public List<MachineInfo> machines() {
    List<MachineInfo> infos = new ArrayList<>();
    SortedMap<String, CompletableFuture<Said>> answers = new TreeMap<>();
    find().forEach((id, ref) -> answers.put(id, asked(ref, "info", "", 0, 0, PATIENCE)));
    answers
        .values()
        .forEach(
            it -> reached(it).ifPresent(json -> infos.add(Json.read(json, MachineInfo.class))));
    return List.copyOf(infos);
  }

  /** The answer of one that may be gone. */
  private static Optional<String> reached(CompletableFuture<Said> answer) {
    try {
      Said said = answer.join();
      return said.error().isEmpty() ? Optional.of(said.json()) : Optional.empty();
    } catch (CompletionException e) {
      return Optional.empty();
    }
  }

  /** All coordinators that can be reached, by machine. */
  private SortedMap<String, ActorRef<LiveMachine.Command>> find() {
    NodeGuardian.Machines here = ask(system, NodeGuardian.List::new, PATIENCE);
    SortedMap<String, ActorRef<LiveMachine.Command>> all = new TreeMap<>(here.coordinators());
    Map<ActorRef<LiveMachine.Command>, CompletableFuture<Said>> asked =
        new java.util.LinkedHashMap<>();
    for (ActorRef<LiveMachine.Command> ref : listed(LiveMachine.KEY)) {
      if (!all.containsValue(ref)) {
        asked.put(ref, asked(ref, "info", "", 0, 0, Duration.ofSeconds(2)));
      }
    }
    asked.forEach(
        (ref, answer) ->
            reached(answer)
                .ifPresent(json -> all.put(Json.read(json, MachineInfo.class).id(), ref)));
    known.clear();
    known.putAll(all);
    return all;
  }

  private <T> java.util.Set<ActorRef<T>> listed(akka.actor.typed.receptionist.ServiceKey<T> key) {
    Receptionist.Listing listing =
        ask(system.receptionist(), replyTo -> Receptionist.find(key, replyTo), PATIENCE);
    return listing.getAllServiceInstances(key); // also those that somebody cannot reach just now
  }

  @Override
  public MachineInfo machine(String id) {
    return info(id, "info", 0, 0);
  }

  @Override
  public MachineInfo pause(String id) {
    return info(id, "pause", 0, 0);
  }

  @Override
  public MachineInfo resume(String id) {
    return info(id, "resume", 0, 0);
  }

  @Override
  public MachineInfo step(String id, int cpu, int steps) {
    return info(id, "step", cpu, steps);
  }

  @Override
  public MachineInfo stop(String id) {
    return info(id, "stop", 0, 0);
  }

  @Override
  public void remove(String id) {
    say(id, "remove", "", 0, 0);
    known.remove(id);
    traces.remove(id);
  }

  @Override
  public List<PartInfo> parts(String id) {
    return Json.readAll(say(id, "parts", "", 0, 0), PartInfo.class);
  }

  @Override
  public FaultInfo inject(String id, String faultText) {
    return Json.read(say(id, "inject", faultText, 0, 0), FaultInfo.class);
  }

  @Override
  public List<FaultInfo> faults(String id) {
    return Json.readAll(say(id, "faults", "", 0, 0), FaultInfo.class);
  }

  @Override
  public FaultInfo withdraw(String id, int fault) {
    return Json.read(say(id, "withdraw", "", fault, 0), FaultInfo.class);
  }

  @Override
  public RunReport report(String id) {
    return Json.read(say(id, "report", "", 0, 0), RunReport.class);
  }

  @Override
  public RecordingChunk recording(String id, long offset, int maxBytes) {
    RecordingChunk nothing = new RecordingChunk(new byte[0], false);
    return collected(id, () -> traces.recording(id, offset, maxBytes), nothing);
  }

  @Override
  public TraceChunk trace(String id, long cursor, int maxEvents) {
    TraceChunk nothing = new TraceChunk(Optional.empty(), List.of(), cursor, false);
    return collected(id, () -> traces.trace(id, cursor, maxEvents), nothing);
  }

  /** What the collector has; of a machine of which it has nothing yet, nothing. */
  private <T> T collected(String id, Supplier<T> reading, T nothing) {
    try {
      return reading.get();
    } catch (NodeException e) {
      boolean young =
          e.kind() == Kind.NOT_FOUND && (known.containsKey(id) || find().containsKey(id));
      if (young) {
        return nothing;
      }
      throw e;
    }
  }

  private MachineInfo info(String id, String verb, long a, long b) {
    return Json.read(say(id, verb, "", a, b), MachineInfo.class);
  }

  private String say(String id, String verb, String text, long a, long b) {
    ActorRef<LiveMachine.Command> ref = known.get(id);
    if (ref == null) {
      ref = find().get(id);
    }
    if (ref == null) {
      throw new NodeException(Kind.NOT_FOUND, "there is no machine '" + id + "'");
    }
    try {
      return say(ref, verb, text, a, b, PATIENCE);
    } catch (NodeException e) {
      if (e.kind() == Kind.UNAVAILABLE) {
        known.remove(id);
      }
      throw e;
    }
  }

  private String say(
      ActorRef<LiveMachine.Command> ref,
      String verb,
      String text,
      long a,
      long b,
      Duration patience) {
    return checked(wait(asked(ref, verb, text, a, b, patience)));
  }

  private static String checked(Said said) {
    if (said.error().isEmpty()) {
      return said.json();
    }
    throw new NodeException(Kind.valueOf(said.error()), said.json());
  }

  private CompletableFuture<Said> asked(
      ActorRef<LiveMachine.Command> ref,
      String verb,
      String text,
      long a,
      long b,
      Duration patience) {
    CompletionStage<Said> answer =
        AskPattern.ask(
            ref,
            replyTo -> new LiveMachine.Do(verb, text, a, b, replyTo),
            patience,
            system.scheduler());
    return answer.toCompletableFuture();
  }

  private <M, R> R ask(
      akka.actor.typed.RecipientRef<M> ref, Function<ActorRef<R>, M> message, Duration patience) {
    return wait(AskPattern.ask(ref, message, patience, system.scheduler()).toCompletableFuture());
  }

  private static <T> T wait(CompletableFuture<T> answer) {
    try {
      return answer.join();
    } catch (CompletionException e) {
      throw new NodeException(
          Kind.UNAVAILABLE, "who would have to answer that does not: " + e.getCause().getMessage());
    }
  }

  /** How many machines have parts on this node. */
  int machinesHere() {
    return ask(system, NodeGuardian.Hosted::new, PATIENCE);
  }

  // ---- the cluster ----

  @Override
  public void partition(String from, String to, boolean cut) {
    Member one = member(from);
    Member other = member(to);
    ActorRef<NodeAgent.Command> agent =
        listed(NodeAgent.KEY).stream()
            .filter(it -> MemberList.livesOn(cluster, it, one))
            .findFirst()
            .orElseThrow(() -> new NodeException(Kind.UNAVAILABLE, from + " does not answer"));
    String address = other.address().toString();
    checked(
        this.<NodeAgent.Command, Said>ask(
            agent, replyTo -> new NodeAgent.Cut(address, cut, replyTo), PATIENCE));
  }

  private Member member(String wanted) {
    return MemberList.member(cluster, wanted)
        .orElseThrow(() -> new NodeException(Kind.NOT_FOUND, "there is no node '" + wanted + "'"));
  }

  @Override
  public void leave() {
    cluster.manager().tell(Leave.create(cluster.selfMember().address()));
    system.getWhenTerminated().toCompletableFuture().join();
    traces.close();
  }

  @Override
  public void awaitEnd() throws InterruptedException {
    try {
      system.getWhenTerminated().toCompletableFuture().get();
    } catch (ExecutionException e) {
      throw new IllegalStateException("the node ended badly", e.getCause());
    }
  }

  @Override
  public void close() {
    system.terminate();
    system.getWhenTerminated().toCompletableFuture().join();
    traces.close();
  }
}
