package lastwords.cluster.trace;

import akka.actor.typed.ActorRef;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.spool.Removal;
import lastwords.cluster.wire.WireMessage;

/** The collector's protocol with shippers and readers. */
final class Collector {
  private Collector() {}

  /** A message to the collector. */
  sealed interface Command {}

  /** From a shipper: announces a stream. Answered by {@link Shipper.Resume}. */
  record Hello(
      String node, String incarnation, List<Removal> removed, ActorRef<Shipper.Command> shipper)
      implements Command, WireMessage {}

  /**
   * From a shipper: the records in a range of numbers; those left out are not needed.
   *
   * @param records number, length and bytes of each
   * @param watermark later events of the stream have greater clocks
   */
  record Batch(
      String node,
      String incarnation,
      long epoch,
      long from,
      long to,
      byte[] records,
      long watermark)
      implements Command, WireMessage {}

  /** A reader's request. It may arrive repeatedly, if its answer was lost or is late. */
  sealed interface Question extends Command, WireMessage {
    ActorRef<Answer> replyTo();
  }

  /** An offset in the machine's recording at or before the first event from this clock on. */
  record Seek(String machine, long clock, ActorRef<Answer> replyTo) implements Question {}

  /** A piece of the machine's recording. */
  record Read(String machine, long offset, int maxBytes, ActorRef<Answer> replyTo)
      implements Question {}

  /** What the machine's recording lacks. */
  record Check(String machine, ActorRef<Answer> replyTo) implements Question {}

  /** Whether everything has arrived that the nodes present have recorded up to then. */
  record Settle(String machine, long clock, ActorRef<Answer> replyTo) implements Question {}

  /**
   * A page of the machines with records, in order of their ids.
   *
   * @param after the last id of the previous page; empty for the first page
   */
  record Machines(String after, ActorRef<Answer> replyTo) implements Question {}

  /** The machine's result. */
  record Result(String machine, ActorRef<Answer> replyTo) implements Question {}

  /** Deletes the machine's records on all nodes. */
  record Remove(Removal removal, ActorRef<Answer> replyTo) implements Question {}

  /** The collector's node. */
  record Where(ActorRef<Answer> replyTo) implements Question {}

  /** A shipper is gone, most likely with its node. */
  record Gone(String stream, ActorRef<Shipper.Command> shipper) implements Command {}

  /** Another node takes over. */
  enum Stop implements Command {
    STOP
  }

  /** An answer to a reader. */
  sealed interface Answer {}

  /** The offset. The version changes when the file is rewritten. */
  record Found(boolean known, long version, long offset) implements Answer, WireMessage {}

  /**
   * A piece of the file.
   *
   * @param end whether it is the last piece for good
   */
  record Piece(long version, byte[] bytes, boolean end) implements Answer, WireMessage {}

  /** What is missing; empty if nothing is. */
  record Checked(boolean known, List<String> missing) implements Answer, WireMessage {}

  /** Whether it has arrived. */
  record Settled(boolean settled) implements Answer, WireMessage {}

  /**
   * The machines whose headers have arrived, as they appear when no node controls them.
   *
   * @param next where the next page begins; empty if this is the last one
   */
  record Known(List<MachineInfo> machines, String next) implements Answer, WireMessage {}

  /** The footer, packed; empty if it has not arrived. */
  record Concluded(Optional<byte[]> footer) implements Answer, WireMessage {}

  /** The records are deleted. */
  record Removed(String machine) implements Answer, WireMessage {}

  /** The collector fails at present, and why. */
  record Failed(String node, String why) implements Answer, WireMessage {}

  /** The collector is on this node. */
  record Here(String node) implements Answer, WireMessage {}
}
