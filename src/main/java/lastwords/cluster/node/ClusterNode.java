package lastwords.cluster.node;

import java.util.List;

/**
 * A running node of a cluster, and through it the whole cluster: its members, its machines, their
 * faults, traces and recordings. Calls wait for the cluster's answer, which takes up to some
 * seconds, and may come from any thread. What cannot be done is a {@link NodeException}. A machine
 * is meant by its id or by its name; CONFLICT when two have that name.
 */
public interface ClusterNode extends AutoCloseable {
  /** This node's name. */
  String name();

  /** Where other nodes reach it: {@code akka://lastwords@127.0.0.1:25520}. */
  String address();

  /** The members as this node sees them. */
  ClusterStatus status();

  /** Starts a machine; this node conducts it. CONFLICT when a machine has that name already. */
  MachineInfo launch(LaunchOrder order);

  /** The machines of the whole cluster, by name. */
  List<MachineInfo> machines();

  /** NOT_FOUND, as all that follow, when there is no such machine. */
  MachineInfo machine(String id);

  /** Orders a machine to do something. CONFLICT when it cannot do that as it is. */
  MachineInfo order(String id, MachineOrder order);

  default MachineInfo pause(String id) {
    return order(id, MachineOrder.PAUSE);
  }

  default MachineInfo resume(String id) {
    return order(id, MachineOrder.RESUME);
  }

  default MachineInfo stop(String id) {
    return order(id, MachineOrder.STOP);
  }

  /** Makes some steps of one CPU of a paused machine. */
  MachineInfo step(String id, int cpu, int steps);

  /** Forgets a machine with its trace and recording; one that runs is stopped first. */
  void remove(String id);

  /** The machine's parts, by number. */
  List<PartInfo> parts(String id);

  /**
   * Injects a fault, from now on.
   *
   * @param faultText as a scenario file states one: {@code drop = ipi, to = 1}. REFUSED with the
   *     reason when it cannot apply
   */
  FaultInfo inject(String id, String faultText);

  /** All faults the machine ever had, by number. */
  List<FaultInfo> faults(String id);

  /** Takes a fault back. CONFLICT when it is not active. */
  FaultInfo withdraw(String id, int fault);

  /** What came of a run. CONFLICT before it has ended. */
  RunReport report(String id);

  /**
   * A piece of the machine's recording file.
   *
   * @param offset bytes before it
   */
  RecordingChunk recording(String id, long offset, int maxBytes);

  /**
   * The machine's events from all nodes, merged by causality.
   *
   * @param cursor 0 for the beginning, else what the chunk before this one said comes next
   */
  TraceChunk trace(String id, long cursor, int maxEvents);

  /**
   * Cuts or mends the network between two nodes, both ways, at the transport. REFUSED unless the
   * nodes were started so that this can be done.
   */
  void partition(String from, String to, boolean cut);

  /**
   * Leaves the cluster in good order and ends this node. Returns within a bound; what did not end
   * by then is given up, and the node's log says so.
   */
  void leave();

  /** Waits until this node has left the cluster or was put out of it. */
  void awaitEnd() throws InterruptedException;

  /** Leaves; bounded as {@link #leave}. */
  @Override
  void close();
}
