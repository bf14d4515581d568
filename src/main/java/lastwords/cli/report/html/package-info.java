/** A report as one HTML file. */
package lastwords.cli.report.html;
