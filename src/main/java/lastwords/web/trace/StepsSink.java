package lastwords.web.trace;

import java.io.IOException;
import lastwords.machine.bus.StepSink;

/** Receives steps, and is told when a piece is complete. */
public interface StepsSink extends StepSink {
  /** Nothing has arrived for some time. */
  void quiet() throws IOException;

  /** A piece is complete. */
  void flush() throws IOException;
}
