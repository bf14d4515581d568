package lastwords.trace;

import java.util.List;

/** One record of a spool or a recording: an event, or the three events of a transaction. */
public sealed interface TraceRecord permits PartEvent, Transaction {
  /** Hybrid logical clock of the node on which it happened, shared by all of its events. */
  long clock();

  /** Number of that node in its machine, from 1 on: orders equal clocks. */
  int origin();

  /** What happened, in order. */
  List<PartEvent> events();
}
