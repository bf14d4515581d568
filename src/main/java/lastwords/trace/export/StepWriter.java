package lastwords.trace.export;

import java.io.Closeable;
import java.io.IOException;
import lastwords.machine.bus.StepRecord;

/** Writes a trace step by step; memory does not grow with it. */
public interface StepWriter extends Closeable {
  /** Receives the next step of the run, whether or not it is written. */
  void step(StepRecord step) throws IOException;

  /** Ends the trace after the last step. */
  void end() throws IOException;

  @Override
  default void close() throws IOException {}
}
