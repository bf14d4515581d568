/** A report as plain text for a mail. */
package lastwords.cli.report.text;
