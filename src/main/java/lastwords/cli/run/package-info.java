/** The verb run: one run of one case, its report and its files. */
package lastwords.cli.run;
