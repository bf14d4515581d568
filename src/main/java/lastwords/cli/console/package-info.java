/**
 * The terminal: its width and capabilities, tables and paragraphs that fit it, progress, exit
 * codes. It knows nothing about machines and runs.
 */
package lastwords.cli.console;
