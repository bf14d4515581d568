package lastwords.cluster;

import lastwords.cluster.node.RecordingChunk;
import lastwords.cluster.node.TraceChunk;

/** Where a node reads traces and recordings of all nodes. */
interface Traces {
  /** The node that collects; empty when none does just now. */
  String collector();

  RecordingChunk recording(String id, long offset, int maxBytes);

  TraceChunk trace(String id, long cursor, int maxEvents);

  /** What the machine's recording lacks, in a line; empty when it is whole. */
  String missing(String id);

  /** The machine's trace is not needed any more. */
  void remove(String id);

  void close();
}
