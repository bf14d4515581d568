package lastwords.cluster;

import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.RecordingChunk;
import lastwords.cluster.node.TraceChunk;
import lastwords.engine.RunResult;

/** Where a node reads traces and recordings of all nodes. */
interface Traces {
  /** The node that collects; empty when none does just now. */
  String collector();

  RecordingChunk recording(String id, long offset, int maxBytes);

  TraceChunk trace(String id, long cursor, int maxEvents);

  /** What the machine's recording lacks, in a line; empty when it is whole. */
  String missing(String id);

  /** Has all come that was written of the machine up to now, on nodes that are there? */
  boolean settled(String id);

  /** The machines of which there is anything, as they are when nobody controls them. */
  List<MachineInfo> machines();

  /** What came of a machine, when that is known. */
  Optional<RunResult> result(String id);

  /** The machine's trace is not needed any more. */
  void remove(String id);

  void close();
}
