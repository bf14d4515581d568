/** The verbs replay and diff. */
package lastwords.cli.replay;
