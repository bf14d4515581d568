package lastwords.engine.recording;

import java.util.ArrayList;
import java.util.List;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.cpu.Cpu;
import lastwords.machine.text.Texts.Definition;
import lastwords.trace.PartEvent;
import lastwords.trace.PartEvent.Kind;

/** A part's event as bytes, about forty of them, and back. */
public final class EventCodec {
  private static final Kind[] KINDS = Kind.values();
  private static final int OPERATIONS = Operation.values().length;
  private static final int MOST_PARTS = 1 << 20;
  private static final int MOST_CPUS = 64;
  private static final int MOST_CONTEXTS = Cpu.NMI | Cpu.IRQS_OFF | Cpu.NMI_IN_HARDIRQ;

  private EventCodec() {}

  /** The event as bytes. */
  public static byte[] encode(PartEvent event) {
    Encoder out = new Encoder();
    encode(event, out);
    return out.bytes();
  }

  /** The event at the end of what was encoded already. */
  public static void encode(PartEvent event, Encoder out) {
    out.number(event.clock());
    out.number(event.origin());
    out.number(event.part());
    out.number(event.seq());
    out.number(event.kind().ordinal());
    out.number(event.nanos());
    out.number(event.draw());
    out.number(event.cpu());
    out.number(event.step().context());
    out.number(event.step().pc());
    out.number(event.step().operation().ordinal());
    out.number(event.target());
    out.number(event.argument());
    out.number(event.result());
    out.text(event.note());
    out.unsigned(event.texts().size());
    for (Definition text : event.texts()) {
      out.number(text.number());
      out.text(text.text());
    }
  }

  /** The clock of the event in these bytes. */
  public static long clock(byte[] bytes) throws RecordingException {
    return new Decoder(bytes).number();
  }

  /** The event in these bytes; an error says what was expected. */
  public static PartEvent decode(byte[] bytes) throws RecordingException {
    Decoder in = new Decoder(bytes);
    long clock = in.number();
    int origin = in.between("an origin", 0, 63);
    int part = in.between("a part", -1, MOST_PARTS);
    long seq = in.number();
    Kind kind = KINDS[in.between("a kind of event", 0, KINDS.length - 1)];
    long nanos = in.number();
    long draw = in.number();
    StepRecord step =
        new StepRecord(
            seq,
            nanos,
            in.between("a CPU", -1, MOST_CPUS),
            in.between("a context", 0, MOST_CONTEXTS),
            in.between("an instruction", -1, Integer.MAX_VALUE),
            Operation.of(Math.max(0, in.between("an operation", -1, OPERATIONS - 1))),
            in.number(),
            in.number(),
            in.number());
    PartEvent event =
        new PartEvent(clock, origin, part, kind, draw, step, in.text(), definitions(in));
    in.end();
    return event;
  }

  private static List<Definition> definitions(Decoder in) throws RecordingException {
    int count = in.length();
    List<Definition> definitions = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      definitions.add(
          new Definition(in.between("a text's number", 0, Integer.MAX_VALUE), in.text()));
    }
    return List.copyOf(definitions);
  }
}
