/** A run on a terminal, event by event: what its CPUs do, and what its consoles have got. */
package lastwords.cli.watch;
