/** Recordings of live runs, and their replay in one process. Knows no actors. */
package lastwords.engine.recording;
