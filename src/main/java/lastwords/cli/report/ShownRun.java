package lastwords.cli.report;

import lastwords.engine.witness.Witness;
import lastwords.scenario.Case;
import lastwords.scenario.Setup;

/**
 * A run that a report shows step by step.
 *
 * @param again the command that repeats it
 * @param setup reduced as in the witness
 */
public record ShownRun(String again, Witness witness, Case made, Setup setup) {}
