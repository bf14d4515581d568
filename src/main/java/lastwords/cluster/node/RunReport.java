package lastwords.cluster.node;

import java.util.List;
import lastwords.engine.RunResult;

/**
 * The result of a machine's run.
 *
 * @param machine its last state
 * @param result its outcome and last words
 * @param recording what its recording lacks; empty if it is complete
 */
public record RunReport(MachineInfo machine, RunResult result, String recording) {
  /** Returns a copy with the notices about its trace. */
  public RunReport with(List<TraceNotice> notices) {
    return new RunReport(machine.with(notices), result, recording);
  }
}
