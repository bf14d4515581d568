package lastwords.engine.recording;

import java.util.ArrayList;
import java.util.List;
import lastwords.machine.bus.CpuContext;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.machine.text.Texts.Definition;
import lastwords.trace.PartEvent;
import lastwords.trace.PartEvent.Kind;
import lastwords.trace.TraceRecord;
import lastwords.trace.Transaction;

/**
 * Encodes and decodes trace records, of about forty bytes each. An event begins with its clock,
 * which is never 0; a transaction begins with a 0.
 */
public final class EventCodec {
  private static final Kind[] KINDS = Kind.values();
  private static final int OPERATIONS = Operation.values().length;
  private static final int MOST_PARTS = 1 << 20;
  private static final int MOST_CPUS = 64;
  private static final int MOST_ORIGINS = 63;
  private static final int MOST_CONTEXTS =
      CpuContext.NMI | CpuContext.IRQS_OFF | CpuContext.NMI_IN_HARDIRQ;

  // ---- seven bits of a transaction: its two contexts, and whether a port stops ----
  private static final int TRANSACTION = 0;
  private static final int STEP_CONTEXT = 2; // bits to shift
  private static final int STOPS = 6;

  private EventCodec() {}

  /** Encodes a record. */
  public static byte[] encode(TraceRecord record) {
    Encoder out = new Encoder();
    encode(record, out);
    return out.bytes();
  }

  /** Appends a record to an encoder. */
  public static void encode(TraceRecord record, Encoder out) {
    if (record instanceof Transaction transaction) {
      transaction(transaction, out);
    } else {
      event((PartEvent) record, out);
    }
  }

  private static void event(PartEvent event, Encoder out) {
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
    definitions(event.texts(), out);
  }

  private static void transaction(Transaction of, Encoder out) {
    StepRecord step = of.step();
    out.unsigned(TRANSACTION);
    out.word(of.clock());
    out.word(of.draw());
    out.number(of.origin());
    out.number(step.cpu());
    out.number(step.seq());
    out.number(of.part());
    out.number(of.seq());
    out.number(of.asked());
    out.number(step.nanos() - of.asked());
    out.unsigned(of.context() | step.context() << STEP_CONTEXT | (of.stops() ? 1 << STOPS : 0));
    out.number(step.pc());
    out.number(step.operation().ordinal());
    out.number(step.target());
    out.number(step.argument());
    out.number(step.argument() ^ of.operand());
    out.number(step.result());
    definitions(of.texts(), out);
  }

  private static void definitions(List<Definition> texts, Encoder out) {
    out.unsigned(texts.size());
    for (Definition text : texts) {
      out.number(text.number());
      out.text(text.text());
    }
  }

  /** The clock of an encoded record. */
  public static long clock(byte[] bytes) throws RecordingException {
    Decoder in = new Decoder(bytes);
    long clock = in.number();
    return clock == TRANSACTION ? in.word() : clock;
  }

  /** Decodes a record; an error says what was expected. */
  public static TraceRecord decode(byte[] bytes) throws RecordingException {
    Decoder in = new Decoder(bytes);
    long clock = in.number();
    TraceRecord record = clock == TRANSACTION ? transaction(in) : event(clock, in);
    in.end();
    return record;
  }

  private static PartEvent event(long clock, Decoder in) throws RecordingException {
    int origin = origin(in);
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
            pc(in),
            Operation.of(Math.max(0, in.between("an operation", -1, OPERATIONS - 1))),
            in.number(),
            in.number(),
            in.number());
    return new PartEvent(clock, origin, part, kind, draw, step, in.text(), definitions(in));
  }

  private static Transaction transaction(Decoder in) throws RecordingException {
    long clock = in.word();
    long draw = in.word();
    int origin = origin(in);
    int cpu = in.between("a CPU", 0, MOST_CPUS);
    long stepSeq = in.number();
    int part = in.between("a part", 0, MOST_PARTS);
    long seq = in.number();
    long asked = in.number();
    long nanos = asked + in.number();
    int contexts = in.bits("contexts", STOPS + 1);
    int pc = pc(in);
    Operation operation = Operation.of(in.between("an operation", 0, OPERATIONS - 1));
    long target = in.number();
    long argument = in.number();
    long operand = argument ^ in.number();
    StepRecord step =
        new StepRecord(
            stepSeq,
            nanos,
            cpu,
            contexts >> STEP_CONTEXT & MOST_CONTEXTS,
            pc,
            operation,
            target,
            argument,
            in.number());
    return new Transaction(
        clock,
        origin,
        part,
        seq,
        draw,
        asked,
        contexts >> STOPS == 1,
        contexts & CpuContext.LEVEL,
        operand,
        step,
        definitions(in));
  }

  private static int origin(Decoder in) throws RecordingException {
    return in.between("an origin", 0, MOST_ORIGINS);
  }

  private static int pc(Decoder in) throws RecordingException {
    return in.between("an instruction", -1, Integer.MAX_VALUE);
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
