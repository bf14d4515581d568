package lastwords.web.trace;

import java.io.IOException;
import lastwords.machine.bus.StepSink;

/** What takes steps and has to be told when a piece is over. */
public interface StepsSink extends StepSink {
  /** Nothing has come for some time. */
  void quiet() throws IOException;

  /** A piece is over. */
  void flush() throws IOException;
}
