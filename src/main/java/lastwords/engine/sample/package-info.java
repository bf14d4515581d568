/**
 * Many runs of a case, each with its own seed: how a strategy determines a run, and the results of
 * all of them. Starts no threads: the caller hands out the seeds. Uses {@code engine} and {@code
 * engine.explore}.
 */
package lastwords.engine.sample;
