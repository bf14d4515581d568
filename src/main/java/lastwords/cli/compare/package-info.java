/** The verbs compare and review: two sides of a case. */
package lastwords.cli.compare;
