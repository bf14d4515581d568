/** The verb test: runs cases and checks their expectations. */
package lastwords.cli.test;
