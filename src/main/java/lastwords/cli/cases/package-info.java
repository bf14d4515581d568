/**
 * Cases on the command line: how they are named and selected, how they are described, and what the
 * verbs that run them have in common.
 */
package lastwords.cli.cases;
