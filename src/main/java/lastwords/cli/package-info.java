/**
 * The command line: one class a verb, in a room for each kind of verb. It reads options, asks the
 * packages below and writes what they say; no emulation happens here. Exit codes are in {@link
 * lastwords.cli.console.ExitCode}. Here: the root command, its help and its manual page.
 */
package lastwords.cli;
