/** A run on a terminal, event by event: what its CPUs do, and what has reached its consoles. */
package lastwords.cli.watch;
