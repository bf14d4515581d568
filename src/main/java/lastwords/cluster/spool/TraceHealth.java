package lastwords.cluster.spool;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import lastwords.cluster.node.TraceNotice;
import lastwords.cluster.node.TraceNotice.Kind;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a node knows of the traces that it writes down or collects: what of them is being lost, and
 * what was done to a damaged spool when the node started. Thread-safe.
 */
public final class TraceHealth {
  private static final Logger LOG = LoggerFactory.getLogger(TraceHealth.class);
  private static final int MOST_NOTICES = 100;
  private static final long FORGOTTEN = TimeUnit.SECONDS.toNanos(30); // without another failure

  private final LongSupplier nanoTime;
  private final List<String> repairs = new ArrayList<>();
  private final Map<String, Long> lost = new TreeMap<>(); // records, by machine
  private Optional<String> spool = Optional.empty();
  private Optional<String> collector = Optional.empty();
  private long collectorFailed;

  public TraceHealth() {
    this(System::nanoTime);
  }

  TraceHealth(LongSupplier nanoTime) {
    this.nanoTime = nanoTime;
  }

  // ---- what is told ----

  /** Something was done to the spool. */
  public synchronized void notice(String what) {
    LOG.warn("spool: {}", what);
    if (repairs.size() < MOST_NOTICES) {
      repairs.add(what);
    } else {
      repairs.set(MOST_NOTICES - 1, "and more, see the log of the node");
    }
  }

  /** A record of a machine could not be written down: it is lost. */
  synchronized void lost(String machine, IOException why) {
    if (!spool.equals(Optional.of(reason(why)))) {
      LOG.error("the trace of {} is being lost: its spool cannot be written", machine, why);
    }
    spool = Optional.of(reason(why));
    lost.merge(machine, 1L, Long::sum);
  }

  /** What is written down may not survive a power cut. */
  synchronized void unforced(IOException why) {
    String what = "the spool cannot be forced to disk: " + reason(why);
    if (!repairs.contains(what)) {
      notice(what);
    }
  }

  /** A machine was removed: nobody asks for its trace any more. */
  synchronized void removed(String machine) {
    lost.remove(machine);
    spool = lost.isEmpty() ? Optional.empty() : spool;
  }

  /** The collector is here and cannot do its work. */
  public synchronized void collectorFailed(Exception why) {
    collector = Optional.of(reason(why));
    collectorFailed = nanoTime.getAsLong();
  }

  /**
   * The collector is here and has taken a batch.
   *
   * @param records were there any in it?
   */
  public synchronized void collected(boolean records) {
    if (records || nanoTime.getAsLong() - collectorFailed > FORGOTTEN) {
      collector = Optional.empty();
    }
  }

  /** The collector is not here any more. */
  public synchronized void collectorLeft() {
    collector = Optional.empty();
  }

  private static String reason(Throwable error) {
    String message = String.valueOf(error.getMessage());
    boolean telling = message.contains(" ") || error.getClass() == IOException.class;
    return telling ? message : error.getClass().getSimpleName() + ": " + message;
  }

  // ---- what is asked ----

  /**
   * All that is to be known, what is being lost first.
   *
   * @param node this node's name
   */
  public synchronized List<TraceNotice> notices(String node) {
    List<TraceNotice> all = new ArrayList<>();
    lost.forEach(
        (machine, count) -> {
          String text = "the spool cannot be written (" + spool.orElse("") + "): ";
          text += count + (count == 1 ? " record of " : " records of ") + machine + " lost";
          all.add(new TraceNotice(node, Kind.LOST, machine, count, text));
        });
    collector.ifPresent(why -> all.add(notCollected(node, why)));
    repairs.forEach(it -> all.add(new TraceNotice(node, Kind.REPAIRED, "", 0, it)));
    return all;
  }

  private static TraceNotice notCollected(String node, String why) {
    String text = "traces are not being collected (" + why + "): they stay in the spools";
    return new TraceNotice(node, Kind.NOT_COLLECTED, "", 0, text);
  }

  /** Why nothing is collected, if it is to be collected here; else empty. */
  public synchronized String collectorFailure() {
    return collector.orElse("");
  }
}
