/**
 * The text of the emulated kernel by release: a tree of files that have versions, what a release
 * takes of it, and what patches change in that.
 *
 * <p>Knows files and lines only: uses nothing else of this project.
 */
package lastwords.scenario.release;
