/** The verb convert: runs in the formats of other tools. */
package lastwords.cli.convert;
