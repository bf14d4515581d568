package lastwords.cluster.trace;

import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.trace.PartEvent;

/** Where a node's parts write down what happens to them; may make them wait. Thread-safe. */
public interface EventLog {
  void append(String machine, PartEvent event);

  void header(String machine, RunHeader header);

  void footer(String machine, RunFooter footer);
}
