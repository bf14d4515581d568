package lastwords.cluster.trace;

import akka.actor.typed.ActorRef;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.spool.Removal;
import lastwords.cluster.wire.WireMessage;

/** The protocol of the collector: what shippers and readers tell and ask it. */
final class Collector {
  private Collector() {}

  /** What the collector accepts. */
  sealed interface Command {}

  /** From a shipper: here is a stream. Answered by {@link Shipper.Resume}. */
  record Hello(
      String node, String incarnation, List<Removal> removed, ActorRef<Shipper.Command> shipper)
      implements Command, WireMessage {}

  /**
   * From a shipper: records from one number up to another; what is not among them is not needed.
   *
   * @param records number, length and bytes of each
   * @param watermark every later event of the stream has a greater clock
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

  /** What readers want. The same question may come twice: its answer was lost, or is late. */
  sealed interface Question extends Command, WireMessage {
    ActorRef<Answer> replyTo();
  }

  /** Where in the machine's recording do events from this clock on begin, at the latest? */
  record Seek(String machine, long clock, ActorRef<Answer> replyTo) implements Question {}

  /** A piece of the machine's recording, please. */
  record Read(String machine, long offset, int maxBytes, ActorRef<Answer> replyTo)
      implements Question {}

  /** What does the machine's recording lack? */
  record Check(String machine, ActorRef<Answer> replyTo) implements Question {}

  /** Has all come that was written of the machine up to then, on nodes that are there? */
  record Settle(String machine, long clock, ActorRef<Answer> replyTo) implements Question {}

  /**
   * Of which machines is there anything? Some of them in the order of their ids.
   *
   * @param after an id; empty for the first
   */
  record Machines(String after, ActorRef<Answer> replyTo) implements Question {}

  /** What came of the machine? */
  record Result(String machine, ActorRef<Answer> replyTo) implements Question {}

  /** Delete all that is known of the machine, everywhere. */
  record Remove(Removal removal, ActorRef<Answer> replyTo) implements Question {}

  /** Where are you? */
  record Where(ActorRef<Answer> replyTo) implements Question {}

  /** A shipper is gone, and its node most likely too. */
  record Gone(String stream, ActorRef<Shipper.Command> shipper) implements Command {}

  /** Another node takes over. */
  enum Stop implements Command {
    STOP
  }

  /** What a reader gets back. */
  sealed interface Answer {}

  /** The file has it from there on. The version changes when the file is written anew. */
  record Found(boolean known, long version, long offset) implements Answer, WireMessage {}

  /**
   * A piece of the file.
   *
   * @param end is there nothing after it, and never will be?
   */
  record Piece(long version, byte[] bytes, boolean end) implements Answer, WireMessage {}

  /** What is missing; nothing when all is there. */
  record Checked(boolean known, List<String> missing) implements Answer, WireMessage {}

  /** Whether it has. */
  record Settled(boolean settled) implements Answer, WireMessage {}

  /**
   * The machines whose beginning is here, as they are when nobody controls them.
   *
   * @param next after which to ask for more; empty when these are the last
   */
  record Known(List<MachineInfo> machines, String next) implements Answer, WireMessage {}

  /** The recording's end, packed; nothing when it has not come. */
  record Concluded(Optional<byte[]> footer) implements Answer, WireMessage {}

  /** It is deleted here. */
  record Removed(String machine) implements Answer, WireMessage {}

  /** It cannot do that just now, and why. */
  record Failed(String node, String why) implements Answer, WireMessage {}

  /** On this node. */
  record Here(String node) implements Answer, WireMessage {}
}
