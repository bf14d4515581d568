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
 * What the agents of all nodes keep of a machine, so that another node can control it when its
 * coordinator's node is gone.
 *
 * @param id the machine's
 * @param term which coordinator in a row has written it, from 0 on
 * @param version rises with every change within a term
 * @param header what the machine is, packed; empty where it is known already
 * @param control how far it has got: a {@link Control} in JSON, or what has changed of it
 * @param base the version of which it tells what has changed; empty when it is the whole
 * @param coordinator who has written it
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

  /** Is it written later than that one? */
  boolean after(Estate other) {
    return term > other.term || term == other.term && version > other.version;
  }

  /** The whole of it, when what is known is enough to tell. */
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

  /** A later version of it, as who has this one is told. */
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
