package lastwords.cli.replay;

import java.io.IOException;
import java.nio.file.Path;
import lastwords.cli.console.Output;

/** A kind of file that {@code lastwords replay} takes, known by its first line. */
interface Replayable {
  /** Is it of this kind? */
  boolean reads(String firstLine);

  /** What to call such a file in a message: {@code a witness}. */
  String name();

  /** Replays it and reports the outcome; returns the exit code. */
  int replay(Path file, ReplayOptions options, Output output) throws IOException;
}
