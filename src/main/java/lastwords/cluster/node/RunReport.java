package lastwords.cluster.node;

import lastwords.engine.RunResult;

/**
 * What came of a machine's run.
 *
 * @param machine what it was
 * @param result its outcome and last words
 * @param recording what its recording lacks; empty when it is complete
 */
public record RunReport(MachineInfo machine, RunResult result, String recording) {}
