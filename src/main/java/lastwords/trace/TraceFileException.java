package lastwords.trace;

import java.io.IOException;

/** A file that should be a trace is not one. The message is for the user. */
public final class TraceFileException extends IOException {
  private static final long serialVersionUID = 1;

  public TraceFileException(String message) {
    super(message);
  }
}
