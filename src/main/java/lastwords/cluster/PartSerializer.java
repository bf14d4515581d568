package lastwords.cluster;

import akka.actor.ExtendedActorSystem;
import akka.actor.typed.ActorRef;
import akka.actor.typed.ActorRefResolver;
import akka.actor.typed.javadsl.Adapter;
import akka.serialization.ByteBufferSerializer;
import akka.serialization.SerializerWithStringManifest;
import java.io.NotSerializableException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.cluster.live.LivePart;
import lastwords.cluster.lockstep.PartActor;
import lastwords.cluster.lockstep.RemoteStep;
import lastwords.machine.bus.Operation;

/**
 * Serializes the messages between parts compactly and fast, since a step sends several of them.
 * Each begins with a letter for its kind. All other messages are CBOR.
 */
public final class PartSerializer extends SerializerWithStringManifest
    implements ByteBufferSerializer {
  private static final int IDENTIFIER = 4_219; // of this format; must not change
  private static final int MOST = 256 << 10; // bytes of a message

  private final ActorRefResolver refs;
  private final Map<String, Kind> kinds = new TreeMap<>();

  /** How one kind of message is written and read. */
  private record Kind(Class<?> type, Writer writer, Reader reader) {}

  private interface Writer {
    void write(Object message, WireBuffer out);
  }

  private interface Reader {
    Object read(WireBuffer in);
  }

  public PartSerializer(ExtendedActorSystem system) {
    this.refs = ActorRefResolver.get(Adapter.toTyped(system));
    live();
    lockStep();
  }

  private void live() {
    kinds.put(
        "a", new Kind(LivePart.Ask.class, (m, out) -> write((LivePart.Ask) m, out), this::ask));
    kinds.put(
        "b",
        new Kind(LivePart.Answer.class, (m, out) -> write((LivePart.Answer) m, out), this::answer));
    kinds.put(
        "j",
        new Kind(LivePart.Signal.class, (m, out) -> write((LivePart.Signal) m, out), this::signal));
    kinds.put(
        "d",
        new Kind(
            LivePart.Ack.class,
            (m, out) -> out.putLong(((LivePart.Ack) m).number()),
            in -> new LivePart.Ack(in.getLong())));
  }

  private void lockStep() {
    kinds.put(
        "k",
        new Kind(PartActor.Apply.class, (m, out) -> write((PartActor.Apply) m, out), this::apply));
    kinds.put(
        "f",
        new Kind(
            PartActor.Perform.class, (m, out) -> write((PartActor.Perform) m, out), this::perform));
    kinds.put(
        "g",
        new Kind(
            PartActor.Performed.class,
            (m, out) -> write((PartActor.Performed) m, out),
            this::performed));
    kinds.put(
        "l",
        new Kind(PartActor.Done.class, (m, out) -> write((PartActor.Done) m, out), this::done));
  }

  // ---- live ----

  private void write(LivePart.Ask ask, WireBuffer out) {
    out.putInt(ask.cpu());
    out.putLong(ask.number());
    out.putRequest(ask.request());
    out.putLong(ask.clock());
    out.putLong(ask.nanos());
    out.putTexts(ask.texts());
  }

  private LivePart.Ask ask(WireBuffer in) {
    return new LivePart.Ask(
        in.getInt(), in.getLong(), in.getRequest(), in.getLong(), in.getLong(), in.getTexts());
  }

  private void write(LivePart.Answer answer, WireBuffer out) {
    out.putInt(answer.part());
    out.putLong(answer.number());
    out.putLong(answer.result());
    out.putLong(answer.text());
    out.putLong(answer.clock());
    out.putLong(answer.nanos());
    out.putTexts(answer.texts());
  }

  private LivePart.Answer answer(WireBuffer in) {
    return new LivePart.Answer(
        in.getInt(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getLong(),
        in.getTexts());
  }

  private void write(LivePart.Signal signal, WireBuffer out) {
    EventWire.put(signal.event(), out);
    out.putInt(signal.part());
    out.putLong(signal.number());
    out.putLong(signal.clock());
    out.putLong(signal.nanos());
  }

  private LivePart.Signal signal(WireBuffer in) {
    return new LivePart.Signal(
        EventWire.get(in), in.getInt(), in.getLong(), in.getLong(), in.getLong());
  }

  // ---- lock-step ----

  private void write(PartActor.Apply apply, WireBuffer out) {
    EventWire.put(apply.event(), out);
    out.putLong(apply.now());
    out.putLong(apply.draw());
    putRef(apply.replyTo(), out);
  }

  private PartActor.Apply apply(WireBuffer in) {
    return new PartActor.Apply(EventWire.get(in), in.getLong(), in.getLong(), ref(in));
  }

  private void write(PartActor.Perform perform, WireBuffer out) {
    out.putRequest(perform.request());
    out.putLong(perform.now());
    out.putLong(perform.draw());
    putRef(perform.replyTo(), out);
    out.putTexts(perform.texts());
  }

  private PartActor.Perform perform(WireBuffer in) {
    return new PartActor.Perform(
        in.getRequest(), in.getLong(), in.getLong(), ref(in), in.getTexts());
  }

  private void write(PartActor.Performed performed, WireBuffer out) {
    out.putLong(performed.result());
    out.putLong(performed.text());
    out.putLongs(performed.effects());
    out.putTexts(performed.texts());
  }

  private PartActor.Performed performed(WireBuffer in) {
    return new PartActor.Performed(in.getLong(), in.getLong(), in.getLongs(), in.getTexts());
  }

  private void write(PartActor.Done done, WireBuffer out) {
    out.putLongs(done.effects());
    write(done.status(), out);
    out.putBoolean(done.noticed());
    out.putTexts(done.texts());
  }

  private PartActor.Done done(WireBuffer in) {
    return new PartActor.Done(in.getLongs(), status(in), in.getBoolean(), in.getTexts());
  }

  private static void write(PartActor.Status status, WireBuffer out) {
    out.putBoolean(status.runnable());
    out.putLong(status.deadline());
    out.putBoolean(status.stuck());
    RemoteStep last = status.last();
    out.putInt(last.lastOperation().ordinal());
    out.putLong(last.lastTarget());
    out.putLong(last.lastArgument());
    out.putLong(last.lastResult());
    out.putInt(last.lastPc());
    out.putInt(last.lastContext());
    out.putInt(last.lastInstructions());
    out.putInt(last.pc());
  }

  private static PartActor.Status status(WireBuffer in) {
    return new PartActor.Status(
        in.getBoolean(),
        in.getLong(),
        in.getBoolean(),
        new RemoteStep(
            in.getEnum(Operation.values()),
            in.getLong(),
            in.getLong(),
            in.getLong(),
            in.getInt(),
            in.getInt(),
            in.getInt(),
            in.getInt()));
  }

  private void putRef(ActorRef<?> ref, WireBuffer out) {
    out.putText(refs.toSerializationFormat(ref));
  }

  private <T> ActorRef<T> ref(WireBuffer in) {
    return refs.resolveActorRef(in.getText());
  }

  // ---- Akka's interface ----

  @Override
  public int identifier() {
    return IDENTIFIER;
  }

  @Override
  public String manifest(Object message) {
    for (Map.Entry<String, Kind> kind : kinds.entrySet()) {
      if (kind.getValue().type() == message.getClass()) {
        return kind.getKey();
      }
    }
    throw new IllegalArgumentException("not for this serializer: " + message.getClass());
  }

  @Override
  public void toBinary(Object message, ByteBuffer buffer) {
    kinds.get(manifest(message)).writer().write(message, new WireBuffer(buffer));
  }

  @Override
  public Object fromBinary(ByteBuffer buffer, String manifest) throws NotSerializableException {
    Kind kind = kinds.get(manifest);
    if (kind == null) {
      throw new NotSerializableException("no message of kind '" + manifest + "'");
    }
    try {
      return kind.reader().read(new WireBuffer(buffer));
    } catch (BufferUnderflowException | IllegalArgumentException e) {
      throw new NotSerializableException("a damaged message of kind '" + manifest + "'");
    }
  }

  @Override
  public byte[] toBinary(Object message) {
    ByteBuffer buffer = ByteBuffer.allocate(MOST);
    toBinary(message, buffer);
    return Arrays.copyOf(buffer.array(), buffer.position());
  }

  @Override
  public Object fromBinary(byte[] bytes, String manifest) throws NotSerializableException {
    return fromBinary(ByteBuffer.wrap(bytes), manifest);
  }

  /** The classes it serializes. */
  public static List<Class<?>> types() {
    return List.of(
        LivePart.Ask.class,
        LivePart.Answer.class,
        LivePart.Signal.class,
        LivePart.Ack.class,
        PartActor.Apply.class,
        PartActor.Perform.class,
        PartActor.Performed.class,
        PartActor.Done.class);
  }
}
