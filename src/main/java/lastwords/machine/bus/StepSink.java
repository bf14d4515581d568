package lastwords.machine.bus;

/** Takes the steps of a run, in order of sequence. */
@FunctionalInterface
public interface StepSink {
  /** A sink that keeps nothing: engines make no records for it. */
  StepSink NONE = step -> {};

  void step(StepRecord step);
}
