package lastwords.cluster.spool;

import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.trace.TraceRecord;

/**
 * Where a node's parts write down what happens to them. Makes its callers wait when disk or
 * collector cannot follow; drops nothing. Thread-safe; events have to come in order of their clock.
 */
public interface EventLog {
  /** Something happened to parts of the machine with that id on this node. */
  void append(String machine, TraceRecord record);

  /** From each node that has parts of the machine, before anything happens there. */
  void header(String machine, RunHeader header);

  /** From the same nodes, after all that happened. */
  void footer(String machine, RunFooter footer);
}
