package lastwords.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import lastwords.cli.console.Output;

/** A kind of file that {@code lastwords replay} accepts, recognised by its first line. */
interface Replayable {
  /** Is it of this kind? */
  boolean reads(String firstLine);

  /** Its name in messages: {@code a witness}. */
  String name();

  /** Replays it and reports the outcome; returns the exit code. */
  int replay(Path file, ReplayOptions options, Output output) throws IOException;
}
