package lastwords.trace.perfetto;

import java.io.IOException;
import java.io.OutputStream;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Writes packets; field numbers are those of Perfetto's trace_packet.proto and related files. */
final class Packets {
  /** The process to which all tracks belong. */
  static final long MACHINE = 1;

  private static final int PACKET = 1;
  private static final int TIMESTAMP = 8;
  private static final int SEQUENCE = 10;
  private static final int TRACK_EVENT = 11;
  private static final int SEQUENCE_FLAGS = 13;
  private static final int TRACK_DESCRIPTOR = 60;

  private static final int UUID = 1;
  private static final int NAME = 2;
  private static final int PROCESS = 3;
  private static final int PARENT = 5;
  private static final int COUNTER = 8;
  private static final int CHILD_ORDERING = 11;
  private static final int RANK = 12;
  private static final int EXPLICIT = 3;

  private static final int ANNOTATIONS = 4;
  private static final int TYPE = 9;
  private static final int TRACK = 11;
  private static final int CATEGORIES = 22;
  private static final int EVENT_NAME = 23;
  private static final int COUNTER_VALUE = 30;
  private static final int FLOWS = 47;
  private static final int ENDING_FLOWS = 48;

  /** Types of event. */
  enum Type {
    BEGIN,
    END,
    INSTANT,
    COUNTER
  }

  private final OutputStream out;
  private final Set<Long> tracks = new HashSet<>();
  private boolean begun;
  private long last; // time, which never goes back

  Packets(OutputStream out) {
    this.out = out;
  }

  /** The process, named after the case. */
  void machine(String name) throws IOException {
    ProtoBytes process = new ProtoBytes().number(1, 1).text(6, name);
    track(new ProtoBytes().number(UUID, MACHINE).message(PROCESS, process));
    tracks.add(MACHINE);
  }

  /** A track below another one, written once; tracks with the same parent are sorted by number. */
  void track(long uuid, long parent, String name, boolean counter) throws IOException {
    if (!tracks.add(uuid)) {
      return;
    }
    ProtoBytes track = new ProtoBytes().number(UUID, uuid).text(NAME, name).number(PARENT, parent);
    if (counter) {
      track.message(COUNTER, new ProtoBytes().text(6, "CPUs"));
    }
    track(track.number(RANK, uuid));
  }

  private void track(ProtoBytes descriptor) throws IOException {
    ProtoBytes packet = new ProtoBytes().number(SEQUENCE, 1);
    if (!begun) {
      packet.number(SEQUENCE_FLAGS, 1); // earlier packets do not count
      begun = true;
    }
    packet.message(TRACK_DESCRIPTOR, descriptor.number(CHILD_ORDERING, EXPLICIT));
    write(packet);
  }

  /** The beginning of an event, to which names and flows are added. */
  static ProtoBytes event(Type type, long track) {
    return new ProtoBytes().number(TYPE, type.ordinal() + 1L).number(TRACK, track);
  }

  static ProtoBytes named(ProtoBytes event, String category, String name) {
    return event.text(CATEGORIES, category).text(EVENT_NAME, name);
  }

  static void annotate(ProtoBytes event, String name, String value) {
    if (!value.isEmpty()) {
      event.message(ANNOTATIONS, new ProtoBytes().text(6, value).text(10, name));
    }
  }

  static void value(ProtoBytes event, long value) {
    event.number(COUNTER_VALUE, value);
  }

  static void flows(ProtoBytes event, List<Long> numbers) {
    numbers.forEach(it -> event.fixed64(FLOWS, it));
  }

  static void endingFlows(ProtoBytes event, List<Long> numbers) {
    numbers.forEach(it -> event.fixed64(ENDING_FLOWS, it));
  }

  void write(long nanos, ProtoBytes event) throws IOException {
    last = Math.max(last, nanos);
    write(new ProtoBytes().number(TIMESTAMP, last).number(SEQUENCE, 1).message(TRACK_EVENT, event));
  }

  private void write(ProtoBytes packet) throws IOException {
    out.write(new ProtoBytes().message(PACKET, packet).toByteArray());
  }
}
