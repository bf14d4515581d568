package lastwords.cluster;

import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorSystem;
import akka.cluster.Member;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Leave;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import lastwords.cluster.agent.NodeAgent;
import lastwords.cluster.live.MachineProtocol.Said;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.ClusterStatus;
import lastwords.cluster.node.FaultInfo;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.MachineOrder;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.cluster.node.PartInfo;
import lastwords.cluster.node.RecordingChunk;
import lastwords.cluster.node.RunReport;
import lastwords.cluster.node.TraceChunk;
import lastwords.engine.Simulator;
import lastwords.json.Json;
import lastwords.scenario.hocon.ScenarioException;

/** A cluster node on an actor system. Its methods are called from threads outside it. */
final class AkkaClusterNode implements ClusterNode {
  private final ActorSystem<NodeGuardian.Command> system;
  private final String name;
  private final Traces traces;
  private final Cluster cluster;
  private final Questions questions;
  private final Coordinators machines;
  private final Register register;
  private final Termination termination;

  /**
   * @param traces where traces and recordings are read
   */
  AkkaClusterNode(ActorSystem<NodeGuardian.Command> system, String name, Traces traces) {
    this.system = system;
    this.name = name;
    this.traces = traces;
    this.cluster = Cluster.get(system);
    this.questions = new Questions(system);
    this.machines = new Coordinators(system, questions);
    this.register = new Register(machines, traces);
    this.termination = new Termination(system);
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
    TraceNotices notices = TraceNotices.ask(questions);
    String collector = traces.collector();
    return MemberList.status(cluster, name, collector, notices.all());
  }

  // ---- machines ----

  @Override
  public MachineInfo launch(LaunchOrder order) {
    try {
      Simulator.booted(order.bundle().setup()); // a kernel that does not boot is invalid input
    } catch (ScenarioException e) {
      throw new NodeException(Kind.REFUSED, e.getMessage());
    }
    return machines.launch(order);
  }

  @Override
  public List<MachineInfo> machines() {
    TraceNotices notices = TraceNotices.ask(questions);
    return notices.on(register.all());
  }

  @Override
  public MachineInfo machine(String id) {
    TraceNotices notices = TraceNotices.ask(questions);
    return register.info(register.id(id)).with(notices.all());
  }

  @Override
  public MachineInfo order(String id, MachineOrder order) {
    return machines.info(controlled(id), order.word(), 0, 0);
  }

  @Override
  public MachineInfo step(String id, int cpu, int steps) {
    return machines.info(controlled(id), "step", cpu, steps);
  }

  @Override
  public void remove(String id) {
    String meant = register.id(id);
    if (register.controls(meant)) {
      machines.ask(meant, "remove");
      machines.forget(meant);
    }
    traces.remove(meant);
  }

  @Override
  public List<PartInfo> parts(String id) {
    String meant = register.id(id);
    return register.controls(meant)
        ? Json.readAll(machines.ask(meant, "parts"), PartInfo.class)
        : register.parts(meant);
  }

  @Override
  public FaultInfo inject(String id, String faultText) {
    return Json.read(machines.ask(controlled(id), "inject", faultText, 0, 0), FaultInfo.class);
  }

  @Override
  public List<FaultInfo> faults(String id) {
    return Json.readAll(machines.ask(controlled(id), "faults"), FaultInfo.class);
  }

  @Override
  public FaultInfo withdraw(String id, int fault) {
    return Json.read(machines.ask(controlled(id), "withdraw", "", fault, 0), FaultInfo.class);
  }

  @Override
  public RunReport report(String id) {
    TraceNotices notices = TraceNotices.ask(questions);
    String meant = register.id(id);
    RunReport report =
        register.controls(meant)
            ? Json.read(machines.ask(meant, "report"), RunReport.class)
            : register.report(meant);
    return report.with(notices.all());
  }

  /** Resolves a word to the id of a machine that some node controls. */
  private String controlled(String word) {
    String id = register.id(word);
    register.need(id);
    return id;
  }

  /** The actor system that the node runs on. */
  ActorSystem<?> system() {
    return system;
  }

  /** How many machines have parts on this node? */
  int machinesHere() {
    return questions.ask(system, NodeGuardian.Hosted::new);
  }

  // ---- what happened to them ----

  @Override
  public RecordingChunk recording(String id, long offset, int maxBytes) {
    String meant = register.id(id);
    RecordingChunk nothing = new RecordingChunk(new byte[0], false);
    RecordingChunk chunk =
        collected(meant, () -> traces.recording(meant, offset, maxBytes), nothing);
    if (chunk.bytes().length > 0 || chunk.end() || !brokenOff(meant)) {
      return chunk;
    }
    RecordingChunk last = traces.recording(meant, offset, maxBytes); // arrived meanwhile
    return new RecordingChunk(last.bytes(), last.bytes().length == 0);
  }

  @Override
  public TraceChunk trace(String id, long cursor, int maxEvents) {
    String meant = register.id(id);
    TraceChunk nothing = new TraceChunk(Optional.empty(), List.of(), cursor, false);
    TraceChunk chunk = collected(meant, () -> traces.trace(meant, cursor, maxEvents), nothing);
    if (!chunk.events().isEmpty() || chunk.end() || !brokenOff(meant)) {
      return chunk;
    }
    TraceChunk last = traces.trace(meant, cursor, maxEvents);
    return new TraceChunk(last.header(), last.events(), last.next(), last.events().isEmpty());
  }

  /** Has the run failed, and has everything of it been collected? */
  private boolean brokenOff(String id) {
    return register.info(id).state() == State.FAILED && traces.settled(id);
  }

  /** Reads from the collector; returns {@code nothing} if no records have arrived yet. */
  private <T> T collected(String id, Supplier<T> reading, T nothing) {
    try {
      return reading.get();
    } catch (NodeException e) {
      if (e.kind() == Kind.NOT_FOUND && register.controls(id)) {
        return nothing;
      }
      throw e;
    }
  }

  // ---- the cluster ----

  @Override
  public void partition(String from, String to, boolean cut) {
    Member one = member(from);
    String address = member(to).address().toString();
    ActorRef<NodeAgent.Command> agent =
        questions.listed(NodeAgent.KEY).stream()
            .filter(it -> MemberList.livesOn(cluster, it, one))
            .findFirst()
            .orElseThrow(() -> new NodeException(Kind.UNAVAILABLE, from + " does not answer"));
    Said said = questions.ask(agent, replyTo -> new NodeAgent.Cut(address, cut, replyTo));
    Questions.checked(said);
  }

  private Member member(String wanted) {
    return MemberList.member(cluster, wanted)
        .orElseThrow(() -> new NodeException(Kind.NOT_FOUND, "there is no node '" + wanted + "'"));
  }

  @Override
  public void leave() {
    cluster.manager().tell(Leave.create(cluster.selfMember().address()));
    termination.afterLeaving();
    traces.close();
  }

  @Override
  public void awaitEnd() throws InterruptedException {
    termination.await();
  }

  @Override
  public void close() {
    termination.now();
    traces.close();
  }
}
