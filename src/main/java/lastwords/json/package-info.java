/** JSON, read and written by one mapper. Uses nothing of this program, and is used by all of it. */
package lastwords.json;
