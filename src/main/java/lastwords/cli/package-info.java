/**
 * The command line: one class per verb, one package per kind of verb. It reads options, calls the
 * packages below and prints their results; no emulation happens here. Exit codes are in {@link
 * lastwords.cli.console.ExitCode}. This package has the root command, its help and its manual page.
 */
package lastwords.cli;
