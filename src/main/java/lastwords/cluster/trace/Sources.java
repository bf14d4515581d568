package lastwords.cluster.trace;

import akka.actor.typed.ActorRef;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lastwords.cluster.spool.SpoolRecord;

/** The streams known to the collector, by file name. */
final class Sources {
  /** A stream. */
  static final class Source {
    final String node;
    private final ByteArrayOutputStream begun = new ByteArrayOutputStream(); // of a record
    private long due; // number of its next piece
    ActorRef<Shipper.Command> shipper;
    long next;
    long watermark = Long.MIN_VALUE;
    boolean open = true;

    Source(String node, ActorRef<Shipper.Command> shipper) {
      this.node = node;
      this.shipper = shipper;
    }

    /**
     * Takes a piece of a record.
     *
     * @return the whole record after its last piece; empty if an earlier piece is missing
     */
    Optional<byte[]> whole(long number, SpoolRecord piece) {
      if (piece.first()) {
        begun.reset();
      } else if (number != due) {
        due = -1; // without its beginning, all of it is lost
        return Optional.empty();
      }
      begun.writeBytes(piece.data());
      due = number + 1;
      return piece.last() ? Optional.of(begun.toByteArray()) : Optional.empty();
    }
  }

  private final Duration patience;
  private final long started = System.nanoTime();
  private final Map<String, Source> all = new TreeMap<>();

  /**
   * @param patience how long from now a node not heard of is waited for
   */
  Sources(Duration patience) {
    this.patience = patience;
  }

  Optional<Source> get(String stream) {
    return Optional.ofNullable(all.get(stream));
  }

  Source add(String stream, String node, ActorRef<Shipper.Command> shipper) {
    Source source = new Source(node, shipper);
    all.put(stream, source);
    return source;
  }

  Collection<Source> all() {
    return all.values();
  }

  /** The clock up to which a node's events have arrived. */
  long watermark(String node) {
    long least = Long.MAX_VALUE;
    boolean known = false;
    for (Source source : all.values()) {
      boolean its = source.node.equals(node);
      known |= its;
      least = its && source.open ? Math.min(least, source.watermark) : least;
    }
    boolean waited = System.nanoTime() - started > patience.toNanos();
    return known || waited ? least : Long.MIN_VALUE;
  }
}
