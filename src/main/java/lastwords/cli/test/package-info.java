/** The verb test: runs cases and holds them against what they expect. */
package lastwords.cli.test;
