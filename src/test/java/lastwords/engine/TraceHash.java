package lastwords.engine;

import lastwords.machine.bus.Random;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;

/** A trace in one number; different traces have (almost certainly) different ones. */
public final class TraceHash implements StepSink {
  private long hash;
  private long records;

  @Override
  public void step(StepRecord step) {
    long[] fields = {
      step.seq(),
      step.nanos(),
      step.cpu(),
      step.context(),
      step.pc(),
      step.operation().ordinal(),
      step.target(),
      step.argument(),
      step.result()
    };
    for (long field : fields) {
      hash = Random.mix(hash, field);
    }
    records++;
  }

  @Override
  public String toString() {
    return records + ":" + Long.toHexString(hash);
  }
}
