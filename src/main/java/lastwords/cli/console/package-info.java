/**
 * The terminal: how wide it is and what it can do, tables and paragraphs that fit it, progress,
 * exit codes. It knows nothing of machines and runs.
 */
package lastwords.cli.console;
