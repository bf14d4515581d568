/** A report as plain text for mail. */
package lastwords.cli.report.text;
