package lastwords.machine.bus;

/** Receives the steps of a run, in sequence. */
@FunctionalInterface
public interface StepSink {
  /** A sink that keeps nothing: engines make no records for it. */
  StepSink NONE = step -> {};

  void step(StepRecord step);
}
