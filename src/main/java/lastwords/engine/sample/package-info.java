/**
 * Many runs of a case, each by its own seed: how a run goes by a strategy, and what became of all
 * of them. Starts no thread: whoever samples hands out the seeds. Uses {@code engine} and {@code
 * engine.explore}.
 */
package lastwords.engine.sample;
