package lastwords.cluster.agent;

import akka.actor.typed.ActorRef;
import java.io.IOException;
import java.util.Optional;
import lastwords.cluster.live.MachineProtocol;
import lastwords.cluster.wire.Json;
import lastwords.cluster.wire.WireMessage;
import lastwords.engine.recording.RunHeader;
import lastwords.engine.recording.RunTexts;

/**
 * What the agents of all nodes keep of a machine, so that another node can control it when its
 * coordinator's node is gone.
 *
 * @param id the machine's
 * @param term which coordinator in a row has written it, from 0 on
 * @param version rises with every change within a term
 * @param header what the machine is, packed; empty where it is known already
 * @param control how far it has got: a {@link Control} in JSON
 * @param coordinator who has written it
 */
public record Estate(
    String id,
    int term,
    long version,
    Optional<byte[]> header,
    String control,
    ActorRef<MachineProtocol.Command> coordinator)
    implements WireMessage {

  /** Is it written later than that one? */
  boolean after(Estate other) {
    return term > other.term || term == other.term && version > other.version;
  }

  /** The same with the header of an earlier one, where this has none. */
  Estate over(Optional<Estate> earlier) {
    Optional<byte[]> known = header.or(() -> earlier.flatMap(Estate::header));
    return new Estate(id, term, version, known, control, coordinator);
  }

  /** What the machine is. */
  public RunHeader run() {
    try {
      return RunTexts.header(header.orElseThrow());
    } catch (IOException e) {
      throw new IllegalStateException("a header that was packed cannot be read", e);
    }
  }

  public Control read() {
    return Json.read(control, Control.class);
  }
}
