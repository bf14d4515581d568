package lastwords.cluster.spool;

import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.trace.TraceRecord;

/**
 * Takes the records of a node's parts. Blocks when disk or collector cannot keep up; drops nothing.
 * Thread-safe; records must come in clock order.
 */
public interface EventLog {
  /** Appends a record of the machine with that id. */
  void append(String machine, TraceRecord record);

  /** Appends the header, on each node with parts of the machine, before anything happens there. */
  void header(String machine, RunHeader header);

  /** Appends the footer, on the same nodes, after everything else. */
  void footer(String machine, RunFooter footer);
}
