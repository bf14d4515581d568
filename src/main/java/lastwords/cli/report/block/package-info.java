/** What a report consists of, whatever it is written as: chapters of tables, plots, runs. */
package lastwords.cli.report.block;
