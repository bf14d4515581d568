/**
 * Runs as small text files, made again and made smaller: a witness names a case and its seed or its
 * schedule, and its outcome. Uses {@code engine.explore} and {@code scenario}; knows no other
 * engine's inside.
 */
package lastwords.engine.witness;
