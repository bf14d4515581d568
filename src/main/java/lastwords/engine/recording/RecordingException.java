package lastwords.engine.recording;

import java.io.IOException;

/** A file is not a valid recording. The message is for the user. */
public final class RecordingException extends IOException {
  private static final long serialVersionUID = 1;

  RecordingException(String message) {
    super(message);
  }
}
