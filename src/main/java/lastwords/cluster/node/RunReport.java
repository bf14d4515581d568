package lastwords.cluster.node;

import java.util.List;
import lastwords.engine.RunResult;

/**
 * What came of a machine's run.
 *
 * @param machine what it was
 * @param result its outcome and last words
 * @param recording what its recording lacks; empty when it is complete
 */
public record RunReport(MachineInfo machine, RunResult result, String recording) {
  /** The same with what is to be known of its trace. */
  public RunReport with(List<TraceNotice> notices) {
    return new RunReport(machine.with(notices), result, recording);
  }
}
