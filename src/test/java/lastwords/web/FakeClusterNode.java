package lastwords.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.ClusterStatus;
import lastwords.cluster.node.FaultInfo;
import lastwords.cluster.node.LaunchOrder;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.node.MachineOrder;
import lastwords.cluster.node.MemberInfo;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.cluster.node.PartInfo;
import lastwords.cluster.node.Placement;
import lastwords.cluster.node.RecordingChunk;
import lastwords.cluster.node.RunReport;
import lastwords.cluster.node.TraceChunk;
import lastwords.cluster.node.TraceNotice;
import lastwords.engine.LocalHost;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.engine.recording.RunHeader;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.machine.fault.Fault;
import lastwords.scenario.Setup;
import lastwords.trace.PartEvent;

/**
 * A cluster of one node without actors: a launched machine runs to its end at once, or when it is
 * resumed. Its events are the steps of the simulate engine.
 */
public final class FakeClusterNode implements ClusterNode {
  /** So large that no socket buffers a recording. */
  static final int RECORDED_LINES = 1_000_000;

  private final SortedMap<String, Fake> machines = new TreeMap<>();
  private final List<String> cuts = new ArrayList<>();
  private final List<TraceNotice> traces = new ArrayList<>();
  private String status = "up";

  private static final class Fake {
    private LaunchOrder order;
    private State state = State.PAUSED;
    private Optional<RunResult> result = Optional.empty();
    private final List<PartEvent> events = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();
    private final List<FaultInfo> infos = new ArrayList<>();
  }

  /** Makes it answer like a node that is leaving. */
  void leaving() {
    status = "leaving";
  }

  /** Makes it report this about traces. */
  public void traces(TraceNotice notice) {
    traces.add(notice);
  }

  List<String> cuts() {
    return List.copyOf(cuts);
  }

  @Override
  public String name() {
    return "node-1";
  }

  @Override
  public String address() {
    return "akka://lastwords@127.0.0.1:25520";
  }

  @Override
  public ClusterStatus status() {
    MemberInfo self = new MemberInfo(name(), address(), status, true, List.of("node"), true, "");
    return new ClusterStatus(name(), List.of(self), name(), List.copyOf(traces));
  }

  @Override
  public synchronized MachineInfo launch(LaunchOrder order) {
    String id = order.name().isEmpty() ? "m" + (machines.size() + 1) : order.name();
    if (machines.containsKey(id)) {
      throw new NodeException(Kind.CONFLICT, "there is a machine '" + id + "' already");
    }
    Fake fake = new Fake();
    fake.order = order;
    fake.faults.addAll(order.bundle().faults());
    machines.put(id, fake);
    if (!order.paused()) {
      run(id, fake);
    }
    return machine(id);
  }

  /** Where a machine's parts were to go. */
  public synchronized Placement placement(String id) {
    return machines.get(id).order.placement();
  }

  private static void run(String id, Fake fake) {
    Setup plain = fake.order.bundle().setup();
    Setup setup =
        new Setup(plain.image(), plain.machine(), plain.entries(), fake.faults, plain.limits());
    Machine machine = Simulator.booted(setup);
    fake.result =
        Optional.of(Simulator.run(setup, fake.order.seed(), events(fake), new LocalHost(machine)));
    fake.state = State.ENDED;
  }

  private static StepSink events(Fake fake) {
    return step ->
        fake.events.add(
            new PartEvent(
                step.seq() + 1, 1, step.cpu(), PartEvent.Kind.STEP, 0, step, "", List.of()));
  }

  @Override
  public synchronized List<MachineInfo> machines() {
    return machines.keySet().stream().map(this::machine).toList();
  }

  @Override
  public synchronized MachineInfo machine(String id) {
    Fake fake = find(id);
    LaunchOrder order = fake.order;
    String name = id.replaceFirst("-id$", "");
    return new MachineInfo(
            name + "-id",
            name,
            order.bundle().scenario(),
            order.bundle().variant(),
            order.bundle().kernel(),
            order.bundle().machine().name(),
            order.clock(),
            fake.state,
            name(),
            order.seed(),
            order.speed(),
            fake.result.map(RunResult::virtualNanos).orElse(0L),
            fake.result.map(it -> it.outcome().summary()).orElse(""),
            new TreeMap<>(java.util.Map.of(0, name(), 1, name())),
            List.of())
        .with(traces);
  }

  private Fake find(String id) {
    return Optional.ofNullable(machines.get(id.replaceFirst("-id$", "")))
        .orElseThrow(() -> new NodeException(Kind.NOT_FOUND, "no machine '" + id + "'"));
  }

  @Override
  public synchronized MachineInfo order(String id, MachineOrder order) {
    boolean over = find(id).state == State.ENDED;
    return order == MachineOrder.PAUSE || over ? refused(id) : resumed(id);
  }

  private MachineInfo refused(String id) {
    throw new NodeException(Kind.CONFLICT, id + " " + find(id).state.predicate());
  }

  private MachineInfo resumed(String id) {
    Fake fake = find(id);
    if (fake.state != State.PAUSED) {
      throw new NodeException(Kind.CONFLICT, id + " " + fake.state.predicate());
    }
    run(id, fake);
    return machine(id);
  }

  @Override
  public synchronized MachineInfo step(String id, int cpu, int steps) {
    if (cpu >= find(id).order.bundle().machine().cpus()) {
      throw new NodeException(Kind.REFUSED, id + " has no CPU " + cpu);
    }
    return machine(id);
  }

  @Override
  public synchronized void remove(String id) {
    find(id);
    machines.remove(id.replaceFirst("-id$", ""));
  }

  @Override
  public synchronized List<PartInfo> parts(String id) {
    find(id);
    return List.of(new PartInfo(0, "cpu-0", name(), "runs", ""));
  }

  @Override
  public synchronized FaultInfo inject(String id, String faultText) {
    Fake fake = find(id);
    int number = fake.faults.size();
    fake.faults.add(fake.order.bundle().fault(faultText, number));
    fake.infos.add(new FaultInfo(number, faultText, FaultInfo.State.ACTIVE, 0));
    return fake.infos.get(fake.infos.size() - 1);
  }

  @Override
  public synchronized List<FaultInfo> faults(String id) {
    return List.copyOf(find(id).infos);
  }

  @Override
  public synchronized FaultInfo withdraw(String id, int fault) {
    Fake fake = find(id);
    for (int i = 0; i < fake.infos.size(); i++) {
      FaultInfo info = fake.infos.get(i);
      if (info.id() == fault) {
        fake.infos.set(i, new FaultInfo(fault, info.text(), FaultInfo.State.WITHDRAWN, 0));
        return fake.infos.get(i);
      }
    }
    throw new NodeException(Kind.NOT_FOUND, id + " has no fault " + fault);
  }

  @Override
  public synchronized RunReport report(String id) {
    RunResult result =
        find(id).result.orElseThrow(() -> new NodeException(Kind.CONFLICT, id + " has not ended"));
    return new RunReport(machine(id), result, "").with(traces);
  }

  @Override
  public synchronized RecordingChunk recording(String id, long offset, int maxBytes) {
    find(id);
    byte[] line = (id + " was here\n").getBytes(StandardCharsets.UTF_8);
    long length = (long) line.length * RECORDED_LINES;
    byte[] bytes = new byte[(int) Math.min(maxBytes, Math.max(0, length - offset))];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = line[(int) ((offset + i) % line.length)];
    }
    return new RecordingChunk(bytes, offset + bytes.length == length);
  }

  @Override
  public synchronized TraceChunk trace(String id, long cursor, int maxEvents) {
    Fake fake = find(id);
    SortedMap<Integer, String> places = Collections.emptySortedMap();
    RunHeader header =
        new RunHeader(
            id + "-id",
            id,
            fake.order.bundle(),
            places,
            Collections.emptySortedMap(),
            RunHeader.LIVE,
            1,
            1);
    int from = (int) Math.min(fake.events.size(), cursor);
    int to = Math.min(fake.events.size(), from + maxEvents);
    boolean end = fake.state == State.ENDED && to == fake.events.size();
    return new TraceChunk(
        cursor == 0 ? Optional.of(header) : Optional.empty(),
        fake.events.subList(from, to),
        to,
        end);
  }

  @Override
  public synchronized void partition(String from, String to, boolean cut) {
    cuts.add((cut ? "cut " : "mend ") + from + " " + to);
  }

  @Override
  public void leave() {
    status = "removed";
  }

  @Override
  public void awaitEnd() {}

  @Override
  public void close() {
    leave();
  }
}
