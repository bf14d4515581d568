package lastwords.trace;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import lastwords.machine.Machine;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.Request;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.bus.StepSink;
import lastwords.trace.watch.CallTree;
import lastwords.trace.watch.RunWatch;
import lastwords.trace.watch.StateWatch;

/**
 * The steps of a run in memory, five words each. When it is full, the oldest are dropped: what
 * matters in a panic is how it ended, and {@link #lost()} is the number missing at the beginning.
 * For a {@linkplain #watch watched} machine it also has what the steps do not show.
 */
public final class TraceBuffer implements StepSink, RunWatch {
  /** Default limit of steps: 80 MB in memory, about 300 MB as JSON. */
  public static final long DEFAULT_LIMIT = 2_000_000;

  private static final int WORDS = 5;
  private static final int SEEN_WORDS = 3;
  private static final int STEPS_A_CHUNK = 8192;

  private final ArrayDeque<long[]> chunks = new ArrayDeque<>();
  private final ArrayDeque<long[]> seen = new ArrayDeque<>(); // of a watched machine
  private final long limit;
  private Optional<StateWatch> watch = Optional.empty();
  private long first;
  private long next;
  private int used = STEPS_A_CHUNK * WORDS;

  public TraceBuffer() {
    this(DEFAULT_LIMIT);
  }

  /**
   * @param limit at least this many of the last steps are kept
   */
  public TraceBuffer(long limit) {
    this.limit = limit;
  }

  /** Looks at this machine after each step. */
  @Override
  public void watch(Machine machine) {
    watch = Optional.of(new StateWatch(machine));
  }

  @Override
  public void performed(Request request) {
    watch.ifPresent(it -> it.performed(request));
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
    watch.ifPresent(it -> look(it, step));
    used += WORDS;
  }

  private void look(StateWatch it, StepRecord step) {
    it.step(step);
    int at = used / WORDS * SEEN_WORDS;
    long[] chunk = seen.getLast();
    chunk[at] = it.call(step.cpu());
    chunk[at + 1] = it.before();
    chunk[at + 2] = it.after();
  }

  private long[] chunkWithRoom() {
    if (used == STEPS_A_CHUNK * WORDS) {
      chunks.addLast(new long[STEPS_A_CHUNK * WORDS]);
      seen.addLast(new long[watch.isPresent() ? STEPS_A_CHUNK * SEEN_WORDS : 0]);
      used = 0;
      if (size() - STEPS_A_CHUNK > limit) {
        chunks.removeFirst();
        seen.removeFirst();
        first += STEPS_A_CHUNK;
      }
    }
    return chunks.getLast();
  }

  /** Number of steps that are kept. */
  public long size() {
    return next - first;
  }

  /** Number of steps at the beginning of the run that were dropped. */
  public long lost() {
    return first;
  }

  /** Receives steps, in order. */
  @FunctionalInterface
  public interface Reader {
    void accept(StepRecord step) throws IOException;
  }

  /** Passes on every step. */
  public void forEach(Reader reader) throws IOException {
    long seq = first;
    for (long[] chunk : chunks) {
      for (int at = 0; at < chunk.length && seq < next; at += WORDS) {
        reader.accept(decode(seq++, chunk, at));
      }
    }
  }

  /** Receives steps, in order, with what was seen in the machine. */
  @FunctionalInterface
  public interface WatchedReader {
    /**
     * @param call the innermost call of the CPU: see {@link #calls()}
     * @param before old value of the word or lock that the step changes; for a lock, the CPU that
     *     held it
     * @param after the new value
     */
    void accept(StepRecord step, int call, long before, long after) throws IOException;
  }

  /** The calls that were seen; empty if the machine was not watched. */
  public Optional<CallTree> calls() {
    return watch.map(StateWatch::calls);
  }

  /** Passes on every step of a watched machine. */
  public void forEachWatched(WatchedReader reader) throws IOException {
    Iterator<long[]> more = seen.iterator();
    long seq = first;
    for (long[] chunk : chunks) {
      long[] own = more.next();
      for (int i = 0; i < STEPS_A_CHUNK && seq < next; i++) {
        int at = i * SEEN_WORDS;
        StepRecord step = decode(seq++, chunk, i * WORDS);
        reader.accept(step, (int) own[at], own[at + 1], own[at + 2]);
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
