/** The verb sql: queries over results and traces, by a database that is fetched when first used. */
package lastwords.cli.sql;
