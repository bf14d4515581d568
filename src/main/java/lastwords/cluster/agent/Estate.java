package lastwords.cluster.agent;

import akka.actor.typed.ActorRef;
import java.io.IOException;
import java.util.Optional;
import lastwords.cluster.live.MachineProtocol;
import lastwords.cluster.wire.WireMessage;
import lastwords.engine.recording.RunHeader;
import lastwords.engine.recording.RunTexts;
import lastwords.json.Json;

/**
 * What the agents of all nodes keep of a machine, so that another node can take over if its
 * coordinator's node dies.
 *
 * @param id the machine's
 * @param term number of the coordinator that wrote it, from 0
 * @param version rises with each change within a term
 * @param header what the machine is, packed; empty if the receiver has it
 * @param control a {@link Control} in JSON, or what has changed in it
 * @param base the version that the change is relative to; empty if control is complete
 * @param coordinator the coordinator that wrote it
 */
public record Estate(
    String id,
    int term,
    long version,
    Optional<byte[]> header,
    String control,
    Optional<Long> base,
    ActorRef<MachineProtocol.Command> coordinator)
    implements WireMessage {

  /** Was it written later than that one? */
  boolean after(Estate other) {
    return term > other.term || term == other.term && version > other.version;
  }

  /** The complete estate, if it can be made from the known one. */
  Optional<Estate> over(Optional<Estate> earlier) {
    Optional<byte[]> known = header.or(() -> earlier.flatMap(Estate::header));
    Optional<String> whole =
        base.isEmpty()
            ? Optional.of(control)
            : earlier.filter(this::continues).map(it -> Json.changed(it.control, control));
    return known.isEmpty() || whole.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Estate(id, term, version, known, whole.get(), Optional.empty(), coordinator));
  }

  private boolean continues(Estate earlier) {
    return earlier.term == term && base.equals(Optional.of(earlier.version));
  }

  /** A later version, relative to this one. */
  public Estate next(String laterControl) {
    return new Estate(
        id,
        term,
        version + 1,
        Optional.empty(),
        Json.change(control, laterControl),
        Optional.of(version),
        coordinator);
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
