/** The verb compare: two sides of a case. */
package lastwords.cli.compare;
