/** The content of a report, independent of its format: chapters of tables, plots, runs. */
package lastwords.cli.report.block;
