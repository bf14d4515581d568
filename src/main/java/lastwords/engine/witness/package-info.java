/**
 * Runs as small text files, repeated and shrunk: a witness names a case, its seed or its schedule,
 * and its outcome. Uses {@code engine.explore} and {@code scenario}.
 */
package lastwords.engine.witness;
