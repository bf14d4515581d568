package lastwords.cli.report;

import lastwords.engine.witness.Witness;
import lastwords.scenario.Case;
import lastwords.scenario.Setup;

/**
 * A run that a report shows step by step.
 *
 * @param again the command that makes it again
 * @param setup as reduced as the witness says
 */
public record ShownRun(String again, Witness witness, Case made, Setup setup) {}
