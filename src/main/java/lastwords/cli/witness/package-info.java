/** Witness files: how the command line reads and writes them. */
package lastwords.cli.witness;
