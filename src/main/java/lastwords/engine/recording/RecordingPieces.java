package lastwords.engine.recording;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import lastwords.trace.PartEvent;

/** Reads events from pieces of a recording's file: those whose clock is at least the cursor. */
public final class RecordingPieces {
  private final long cursor;
  private final int most;
  private final List<PartEvent> events = new ArrayList<>();
  private Optional<RunHeader> header = Optional.empty();
  private byte[] rest = {};
  private boolean enough;

  /**
   * @param cursor clock of the first event wanted; 0 or less for the whole file, if the first piece
   *     is its beginning
   * @param most events wanted; there may be more with the same clock
   */
  public RecordingPieces(long cursor, int most) {
    this.cursor = cursor;
    this.most = Math.max(1, most);
  }

  /** Takes the next piece of the file. */
  public void add(byte[] piece) throws IOException {
    ByteArrayOutputStream joined = new ByteArrayOutputStream(rest.length + piece.length);
    joined.writeBytes(rest);
    joined.writeBytes(piece);
    byte[] bytes = joined.toByteArray();
    int at = Math.min(firstLine(bytes), bytes.length);
    Frame frame = frame(bytes, at);
    while (frame.length > 0 && !enough) {
      take(frame, bytes, at);
      at += frame.length;
      frame = frame(bytes, at);
    }
    rest = Arrays.copyOfRange(bytes, at, bytes.length);
  }

  private static int firstLine(byte[] bytes) {
    boolean line = bytes.length > 0 && bytes[0] == RecordingWriter.FIRST_LINE.charAt(0);
    return line ? RecordingWriter.FIRST_LINE.length() + 1 : 0;
  }

  private record Frame(int length, int from, int to) {}

  private static final Frame NONE = new Frame(0, 0, 0);

  /** The frame at an offset; none if it is incomplete. */
  private static Frame frame(byte[] bytes, int at) {
    long size = 0;
    for (int i = at + 1, shift = 0; i < bytes.length && shift < 35; i++, shift += 7) {
      size |= (bytes[i] & 0x7fL) << shift;
      if (bytes[i] >= 0) {
        long end = i + 1 + size + 4;
        return end <= bytes.length ? new Frame((int) end - at, i + 1, (int) (i + 1 + size)) : NONE;
      }
    }
    return NONE;
  }

  private void take(Frame frame, byte[] bytes, int at) throws IOException {
    byte[] payload = Arrays.copyOfRange(bytes, frame.from, frame.to);
    if (bytes[at] == RecordingWriter.HEADER) {
      header = Optional.of(RunTexts.header(payload));
    } else if (bytes[at] == RecordingWriter.EVENT) {
      EventCodec.decode(payload).events().forEach(this::take);
    }
  }

  private void take(PartEvent event) {
    boolean full = events.size() >= most && event.clock() > events.get(events.size() - 1).clock();
    enough = full;
    if (!full && event.clock() >= cursor) {
      events.add(event);
    }
  }

  /** Are more pieces needed? */
  public boolean wantMore() {
    return !enough;
  }

  /** Do the pieces have more events than wanted? */
  public boolean wantLess() {
    return enough;
  }

  /** The header, if the first piece was the file's beginning. */
  public Optional<RunHeader> header() {
    return header;
  }

  public List<PartEvent> events() {
    return List.copyOf(events);
  }

  /** The cursor of the events that follow. */
  public long next() {
    return events.isEmpty() ? cursor : events.get(events.size() - 1).clock() + 1;
  }
}
