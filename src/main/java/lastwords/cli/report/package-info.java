/** Turns results that verbs have written as JSON into a report. */
package lastwords.cli.report;
