package lastwords.engine.recording;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.engine.RunResult;
import lastwords.engine.Simulator;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Ending;
import lastwords.trace.PartEvent;
import lastwords.trace.watch.RunWatch;

/**
 * Replays a recorded run in one process: feeds the parts of a machine the recorded events in order,
 * and compares what they do with what they did.
 */
public final class RecordingReplay {
  /** Number of interrupt faults that a machine on a cluster has room for. */
  public static final int SPARE_FAULTS = 64;

  private static final long TEXT_LIMIT = 200_000_000; // characters, as in any run

  private final RecordingReader reader;
  private final Machine machine;
  private final Ledger ledger;
  private final Replica replica;
  private final EventTrace trace;
  private final StepSink sink;
  private final RunWatch watch;
  private Optional<Divergence> divergence = Optional.empty();
  private long events;
  private long nanos;
  private boolean interrupted;

  private RecordingReplay(RecordingReader reader, StepSink sink, RunWatch watch) {
    RunHeader header = reader.header();
    this.reader = reader;
    this.machine = Simulator.booted(header.bundle().setup(), SPARE_FAULTS);
    this.ledger = new Ledger(header, names(machine));
    this.replica = new Replica(machine, header, ledger);
    this.trace = new EventTrace(machine);
    this.sink = sink;
    this.watch = watch;
    watch.watch(machine);
  }

  /**
   * Replays a recording.
   *
   * @param sink takes the trace
   */
  public static Replayed run(RecordingReader reader, StepSink sink) throws IOException {
    return run(reader, sink, RunWatch.NONE);
  }

  /**
   * The same.
   *
   * @param watch observes the machine on which the run is replayed
   */
  public static Replayed run(RecordingReader reader, StepSink sink, RunWatch watch)
      throws IOException {
    return reader.header().clock().equals(RunHeader.LOCK_STEP)
        ? new LockStepReplay(reader, sink, watch).run()
        : new RecordingReplay(reader, sink, watch).run();
  }

  static String[] names(Machine machine) {
    String[] names = new String[machine.wiring().parts()];
    for (int part = 0; part < names.length; part++) {
      int lock = machine.wiring().lockOf(part);
      names[part] = lock < 0 ? machine.wiring().name(part) : machine.lockName(lock);
    }
    return names;
  }

  private Replayed run() throws IOException {
    Optional<PartEvent> next = reader.next();
    while (next.isPresent() && divergence.isEmpty() && !interrupted()) {
      happen(next.get());
      next = reader.next();
    }
    return replayed();
  }

  private boolean interrupted() {
    interrupted = Thread.currentThread().isInterrupted();
    return interrupted;
  }

  private void happen(PartEvent event) throws RecordingException {
    events++;
    nanos = Math.max(nanos, event.nanos());
    machine.texts().define(event.texts());
    try {
      if (machine.texts().characters() > TEXT_LIMIT) {
        throw new RecordingException("produces more than " + TEXT_LIMIT + " characters");
      }
      if (ledger.take(event)) {
        PartEvent came = replica.happen(event);
        replica.lastPerformed().ifPresent(watch::performed);
        if (!ledger.stands(event.part())) {
          trace.line(came, sink);
        }
      }
    } catch (Replica.Differs e) {
      String who = ledger.name(event.part());
      divergence =
          Optional.of(
              new Divergence(
                  events, who, event.seq(), event.nanos(), e.recorded(), e.getMessage()));
    } catch (RecordingException e) {
      throw wrong(e.getMessage());
    } catch (IndexOutOfBoundsException | IllegalStateException e) {
      throw wrong("this machine cannot do that: " + e);
    }
  }

  private RecordingException wrong(String what) {
    return new RecordingException(reader.file() + ": event " + events + ": " + what);
  }

  private Replayed replayed() {
    Optional<RunResult> recorded =
        interrupted ? Optional.empty() : reader.footer().map(RunFooter::result);
    List<String> missing = new ArrayList<>(divergence.isEmpty() ? ledger.missing() : List.of());
    if (interrupted) {
      missing.clear();
      missing.add("interrupted after event " + events);
    } else if (recorded.isEmpty() && divergence.isEmpty()) {
      missing.add("the end of the run is missing: its outcome is not recorded");
    }
    Ending ending =
        recorded
            .map(RunResult::ending)
            .orElse(new Ending(Ending.Cause.INTERRUPTED, nanos, List.of("the replay ends here")));
    return new Replayed(
        reader.header(),
        machine,
        RunResult.of(machine, ending, trace.lines()),
        recorded,
        events,
        divergence,
        missing);
  }
}
