package lastwords.trace.export;

import java.io.IOException;
import java.util.function.Predicate;
import lastwords.machine.bus.StepRecord;

/** Forwards the steps that are wanted, with times if they have none. */
final class FilteredWriter implements StepWriter {
  private final StepWriter writer;
  private final Predicate<StepRecord> wanted;
  private final long stepNanos;

  /**
   * @param stepNanos duration of a step in a run without a clock; 0: the run has one
   */
  FilteredWriter(StepWriter writer, Predicate<StepRecord> wanted, long stepNanos) {
    this.writer = writer;
    this.wanted = wanted;
    this.stepNanos = stepNanos;
  }

  @Override
  public void step(StepRecord step) throws IOException {
    if (wanted.test(step)) {
      writer.step(stepNanos == 0 ? step : step.at(step.seq() * stepNanos));
    }
  }

  @Override
  public void end() throws IOException {
    writer.end();
  }

  @Override
  public void close() throws IOException {
    writer.close();
  }
}
