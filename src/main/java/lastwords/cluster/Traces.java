package lastwords.cluster;

import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.RecordingChunk;
import lastwords.cluster.node.TraceChunk;
import lastwords.engine.RunResult;

/** A node's access to the traces and recordings of all nodes. */
interface Traces {
  /** The collector's node; empty if there is none at present. */
  String collector();

  RecordingChunk recording(String id, long offset, int maxBytes);

  TraceChunk trace(String id, long cursor, int maxEvents);

  /** What the machine's recording lacks, in one line; empty if it is complete. */
  String missing(String id);

  /** Has everything arrived that the nodes present have recorded of the machine up to now? */
  boolean settled(String id);

  /** All machines with records, as they appear when no node controls them. */
  List<MachineInfo> machines();

  /** A machine's result, if known. */
  Optional<RunResult> result(String id);

  /** Deletes the machine's trace. */
  void remove(String id);

  void close();
}
