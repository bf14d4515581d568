/** The verb sql: queries over results and traces, by a database that is downloaded on first use. */
package lastwords.cli.sql;
