package lastwords.cluster.node;

import java.util.List;

/**
 * A running node of a cluster, and through it the whole cluster: its members, its machines, their
 * faults, traces and recordings. Methods block until the cluster answers, for up to a few seconds,
 * and may be called from any thread. Failures are {@link NodeException}s. A machine is given by id
 * or name; CONFLICT if several have that name.
 */
public interface ClusterNode extends AutoCloseable {
  /** This node's name. */
  String name();

  /** Its address for other nodes: {@code akka://lastwords@127.0.0.1:25520}. */
  String address();

  /** The members as this node sees them. */
  ClusterStatus status();

  /** Starts a machine; this node conducts it. CONFLICT when a machine has that name already. */
  MachineInfo launch(LaunchOrder order);

  /** The machines of the whole cluster, by name. */
  List<MachineInfo> machines();

  /** A machine's state. This method and all below: NOT_FOUND if there is no such machine. */
  MachineInfo machine(String id);

  /** Gives a machine an order. CONFLICT if it is not possible in the present state. */
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

  /** Steps one CPU of a paused machine. */
  MachineInfo step(String id, int cpu, int steps);

  /** Removes a machine with its trace and recording; a running one is stopped first. */
  void remove(String id);

  /** The machine's parts, by number. */
  List<PartInfo> parts(String id);

  /**
   * Injects a fault now.
   *
   * @param faultText as a scenario file states one: {@code drop = ipi, to = 1}. REFUSED, with the
   *     reason, if it cannot apply
   */
  FaultInfo inject(String id, String faultText);

  /** All faults the machine ever had, by number. */
  List<FaultInfo> faults(String id);

  /** Withdraws a fault. CONFLICT if it is not active. */
  FaultInfo withdraw(String id, int fault);

  /** The result of a run. CONFLICT before it has ended. */
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
   * @param cursor 0 for the beginning, else {@code next} of the previous chunk
   */
  TraceChunk trace(String id, long cursor, int maxEvents);

  /**
   * Cuts or restores the network between two nodes, in both directions, in the transport. REFUSED
   * unless the nodes were started with that option.
   */
  void partition(String from, String to, boolean cut);

  /**
   * Leaves the cluster and ends this node. Returns within a bounded time; what has not ended by
   * then is given up, and the node's log says so.
   */
  void leave();

  /** Waits until this node has left the cluster or was removed from it. */
  void awaitEnd() throws InterruptedException;

  /** Leaves; bounded as {@link #leave}. */
  @Override
  void close();
}
