package lastwords.engine.recording;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Optional;
import java.util.zip.CRC32C;
import lastwords.trace.PartEvent;

/**
 * Reads a recording. An invalid file gives a {@link RecordingException} with file, byte and what
 * was expected. Takes no more memory than the size of the file, and at most 64 MB for the header.
 */
public final class RecordingReader implements Closeable {
  private final Path file;
  private final long length;
  private final InputStream in;
  private final RunHeader header;
  private final Deque<PartEvent> waiting = new ArrayDeque<>(); // events of the last record
  private long at;
  private long events;
  private Optional<RunFooter> footer = Optional.empty();

  /** Opens a file and reads its header. */
  public RecordingReader(Path file) throws IOException {
    this.file = file;
    this.length = Files.isDirectory(file) ? 0 : Files.size(file);
    if (Files.isDirectory(file)) {
      throw new RecordingException(file + " is a folder, not a recording");
    }
    this.in = new BufferedInputStream(new FileInputStream(file.toFile()), 1 << 16);
    try {
      this.header = readHeader();
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }

  /** Is that the first line of a recording, in this or the previous format? */
  public static boolean begins(String firstLine) {
    return firstLine.equals(RecordingWriter.FIRST_LINE)
        || firstLine.equals(RecordingWriter.FIRST_LINE_BEFORE);
  }

  private RunHeader readHeader() throws IOException {
    byte[] line = in.readNBytes(RecordingWriter.FIRST_LINE.length() + 1);
    at = line.length;
    String text = new String(line, StandardCharsets.ISO_8859_1);
    if (!text.endsWith("\n") || !begins(text.substring(0, text.length() - 1))) {
      throw new RecordingException(
          file
              + ": expected a recording, whose first line is '"
              + RecordingWriter.FIRST_LINE
              + "' (or '"
              + RecordingWriter.FIRST_LINE_BEFORE
              + "')");
    }
    long start = at;
    Frame frame = frame("the header");
    if (frame.kind != RecordingWriter.HEADER) {
      throw wrong(start, "expected the header");
    }
    try {
      return RunTexts.header(frame.payload);
    } catch (RecordingException e) {
      throw wrong(start, "in the header: " + e.getMessage());
    }
  }

  Path file() {
    return file;
  }

  public RunHeader header() {
    return header;
  }

  /** Reads the next event; empty at the end. */
  public Optional<PartEvent> next() throws IOException {
    if (waiting.isEmpty() && at < length && footer.isEmpty()) {
      readRecord();
    }
    events += waiting.isEmpty() ? 0 : 1;
    return Optional.ofNullable(waiting.poll());
  }

  private void readRecord() throws IOException {
    long start = at;
    Frame frame = frame("event " + (events + 1));
    try {
      if (frame.kind == RecordingWriter.FOOTER) {
        footer = Optional.of(RunTexts.footer(frame.payload));
        if (at != length) {
          throw wrong(at, "expected nothing after the end of the run");
        }
      } else {
        waiting.addAll(EventCodec.decode(frame.payload).events());
      }
    } catch (RecordingException e) {
      throw e.getMessage().startsWith(file + ":")
          ? e
          : wrong(start, "in event " + (events + 1) + ": " + e.getMessage());
    }
  }

  /** How the run ended, once all events have been read; empty if it is not recorded. */
  public Optional<RunFooter> footer() {
    return footer;
  }

  private record Frame(int kind, byte[] payload) {}

  private Frame frame(String what) throws IOException {
    long start = at;
    int kind = in.read();
    at++;
    boolean known =
        kind == RecordingWriter.HEADER
            || kind == RecordingWriter.EVENT
            || kind == RecordingWriter.FOOTER;
    if (kind >= 0 && !known) {
      throw wrong(start, "expected " + what + " or the end");
    }
    long size = size(what);
    if (size < 0 || size > length - at - 4) {
      throw cut(what);
    }
    byte[] payload = in.readNBytes((int) Math.min(size, Integer.MAX_VALUE - 8));
    byte[] sum = in.readNBytes(4);
    at += payload.length + sum.length;
    if (payload.length < size || sum.length < 4) {
      throw cut(what);
    }
    if (!Arrays.equals(sum, sum(kind, payload))) {
      throw wrong(start, "the bytes of " + what + " do not add up: the file was damaged");
    }
    return new Frame(kind, payload);
  }

  private long size(String what) throws IOException {
    long size = 0;
    for (int shift = 0; shift < 42; shift += 7) {
      int next = in.read();
      if (next < 0) {
        throw cut(what);
      }
      at++;
      size |= (next & 0x7fL) << shift;
      if (next < 0x80) {
        return size;
      }
    }
    return -1;
  }

  private static byte[] sum(int kind, byte[] payload) {
    CRC32C sum = new CRC32C();
    sum.update(kind);
    sum.update(payload, 0, payload.length);
    int crc = (int) sum.getValue();
    return new byte[] {(byte) (crc >> 24), (byte) (crc >> 16), (byte) (crc >> 8), (byte) crc};
  }

  private RecordingException cut(String what) {
    return new RecordingException(file + ": ends in the middle of " + what);
  }

  private RecordingException wrong(long offset, String what) {
    return new RecordingException(file + ": byte " + offset + ": " + what);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
