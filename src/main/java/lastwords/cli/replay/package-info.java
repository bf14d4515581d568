/** The verbs that run again what was recorded: replay and diff. */
package lastwords.cli.replay;
