package lastwords.engine;

import lastwords.machine.bus.Random;
import lastwords.machine.bus.StepSink;

/** A trace in one number; two traces that differ anywhere have (all but surely) different ones. */
public final class TraceHash implements StepSink {
  private long hash;
  private long records;

  @Override
  public void step(
      long seq,
      long nanos,
      int cpu,
      int context,
      int pc,
      int operation,
      long target,
      long argument,
      long result) {
    long[] fields = {seq, nanos, cpu, context, pc, operation, target, argument, result};
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
