/**
 * The command line: one class a verb. It reads options, asks the packages below and writes what
 * they say; no emulation happens here. Exit codes are in {@link lastwords.cli.ExitCode}.
 */
package lastwords.cli;
