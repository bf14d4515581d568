/** A story as a picture: a lane for each CPU, time goes down. May use {@code trace.story}. */
package lastwords.trace.picture;
