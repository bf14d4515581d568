package lastwords.cli.report;

import lastwords.cli.report.block.Severity;

/**
 * An outcome that some result has for a case.
 *
 * @param scenario with its variant
 * @param text the outcome, and how often it was seen
 * @param link where more of it stands
 * @param unexpected is it not as the scenario says?
 */
record Observation(
    String scenario,
    String kernel,
    String machine,
    Severity severity,
    String text,
    String link,
    boolean unexpected) {}
