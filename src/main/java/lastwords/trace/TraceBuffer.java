package lastwords.trace;

import java.io.IOException;
import java.util.ArrayDeque;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;

/**
 * The steps of a run in memory, five words each. When it is full the oldest go: what matters in a
 * panic is how it ended, and {@link #lost()} tells how many are missing at the beginning.
 */
public final class TraceBuffer implements StepSink {
  /** Steps that are kept unless another limit is given: 80 MB in memory, about 300 MB as JSON. */
  public static final long DEFAULT_LIMIT = 2_000_000;

  private static final int WORDS = 5;
  private static final int STEPS_A_CHUNK = 8192;

  private final ArrayDeque<long[]> chunks = new ArrayDeque<>();
  private final long limit;
  private long first;
  private long next;
  private int used = STEPS_A_CHUNK * WORDS;

  public TraceBuffer() {
    this(DEFAULT_LIMIT);
  }

  /**
   * @param limit how many steps are kept at least, once there are so many
   */
  public TraceBuffer(long limit) {
    this.limit = limit;
  }

  @Override
  public void step(StepRecord step) {
    if (step.seq() != next) {
      throw new IllegalStateException(
          "step " + step.seq() + " of a trace came when " + next + " was due");
    }
    next++;
    long[] chunk = chunkWithRoom();
    chunk[used] = step.nanos();
    chunk[used + 1] =
        (long) step.pc() << 32
            | (step.cpu() & 0xff) << 16
            | step.context() << 8
            | step.operation().ordinal();
    chunk[used + 2] = step.target();
    chunk[used + 3] = step.argument();
    chunk[used + 4] = step.result();
    used += WORDS;
  }

  private long[] chunkWithRoom() {
    if (used == STEPS_A_CHUNK * WORDS) {
      chunks.addLast(new long[STEPS_A_CHUNK * WORDS]);
      used = 0;
      if (size() - STEPS_A_CHUNK > limit) {
        chunks.removeFirst();
        first += STEPS_A_CHUNK;
      }
    }
    return chunks.getLast();
  }

  /** Steps that are here. */
  public long size() {
    return next - first;
  }

  /** Steps at the beginning of the run that are no longer here. */
  public long lost() {
    return first;
  }

  /** Takes steps, in order. */
  @FunctionalInterface
  public interface Reader {
    void accept(StepRecord step) throws IOException;
  }

  /** Hands over every step. */
  public void forEach(Reader reader) throws IOException {
    long seq = first;
    for (long[] chunk : chunks) {
      for (int at = 0; at < chunk.length && seq < next; at += WORDS) {
        reader.accept(decode(seq++, chunk, at));
      }
    }
  }

  private static StepRecord decode(long seq, long[] chunk, int at) {
    long packed = chunk[at + 1];
    return new StepRecord(
        seq,
        chunk[at],
        (byte) (packed >> 16),
        (int) (packed >> 8) & 0xff,
        (int) (packed >> 32),
        Operation.of((int) packed & 0xff),
        chunk[at + 2],
        chunk[at + 3],
        chunk[at + 4]);
  }
}
