/**
 * Cases on the command line: how they are named and chosen, what is said of them, and what all
 * verbs that run one have in common.
 */
package lastwords.cli.cases;
