/** The page of a run as one HTML file, and served on this machine. */
package lastwords.cli.page;
