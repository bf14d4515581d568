/**
 * The text of the emulated kernel by release: a tree of versioned files, what a release takes from
 * it, and what patches change.
 *
 * <p>It knows only files and lines, and uses nothing else of this project.
 */
package lastwords.scenario.release;
