/**
 * Scenario, machine and kernel files: from HOCON to a {@link lastwords.scenario.Setup} that an
 * engine can run, with errors that name file, line and the nearest known name; and whether outcomes
 * are the expected ones. Runs nothing. Uses {@code trace}, {@code outcome}, {@code machine} and
 * {@code kernelc}.
 */
package lastwords.scenario;
