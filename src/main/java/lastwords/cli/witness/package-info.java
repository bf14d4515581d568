/** Witness files as the command line reads and writes them. */
package lastwords.cli.witness;
