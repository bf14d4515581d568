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
import lastwords.kernelc.source.Wording;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The state of the traces that a node records or collects: what is being lost, and what was
 * repaired in a damaged spool at start-up. Thread-safe.
 */
public final class TraceHealth {
  private static final Logger LOG = LoggerFactory.getLogger(TraceHealth.class);
  private static final int MOST_NOTICES = 100;
  private static final long FORGOTTEN = TimeUnit.SECONDS.toNanos(30); // after the last failure

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

  // ---- reports ----

  /** The spool was repaired. */
  public synchronized void notice(String what) {
    LOG.warn("spool: {}", what);
    if (repairs.size() < MOST_NOTICES) {
      repairs.add(what);
    } else {
      repairs.set(MOST_NOTICES - 1, "and more, see the log of the node");
    }
  }

  /** A record of a machine could not be written and is lost. */
  synchronized void lost(String machine, IOException why) {
    if (!spool.equals(Optional.of(reason(why)))) {
      LOG.error("the trace of {} is being lost: its spool cannot be written", machine, why);
    }
    spool = Optional.of(reason(why));
    lost.merge(machine, 1L, Long::sum);
  }

  /** Records may not survive a power cut. */
  synchronized void unforced(IOException why) {
    String what = "the spool cannot be forced to disk: " + reason(why);
    if (!repairs.contains(what)) {
      notice(what);
    }
  }

  /** A machine was removed; its trace no longer matters. */
  synchronized void removed(String machine) {
    lost.remove(machine);
    spool = lost.isEmpty() ? Optional.empty() : spool;
  }

  /** The collector on this node has failed. */
  public synchronized void collectorFailed(Exception why) {
    collector = Optional.of(reason(why));
    collectorFailed = nanoTime.getAsLong();
  }

  /**
   * The collector on this node has stored a batch.
   *
   * @param records whether the batch had any records
   */
  public synchronized void collected(boolean records) {
    if (records || nanoTime.getAsLong() - collectorFailed > FORGOTTEN) {
      collector = Optional.empty();
    }
  }

  /** The collector is no longer on this node. */
  public synchronized void collectorLeft() {
    collector = Optional.empty();
  }

  private static String reason(Throwable error) {
    String message = String.valueOf(error.getMessage());
    boolean telling = message.contains(" ") || error.getClass() == IOException.class;
    return telling ? message : error.getClass().getSimpleName() + ": " + message;
  }

  // ---- queries ----

  /**
   * All notices, losses first.
   *
   * @param node this node's name
   */
  public synchronized List<TraceNotice> notices(String node) {
    List<TraceNotice> all = new ArrayList<>();
    lost.forEach(
        (machine, count) -> {
          String text = "the spool cannot be written (" + spool.orElse("") + "): ";
          text += Wording.count(count, "record") + " of " + machine + " lost";
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

  /** Why the collector on this node fails; empty if it does not. */
  public synchronized String collectorFailure() {
    return collector.orElse("");
  }
}
