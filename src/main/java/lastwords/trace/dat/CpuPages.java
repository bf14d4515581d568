package lastwords.trace.dat;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;

/** The ring buffer of one CPU, page by page, in a temporary file until all CPUs are known. */
final class CpuPages implements Closeable {
  static final int PAGE = 4096;

  private static final int HEAD = 16; // of a page: its start time, and how many bytes are used
  private static final int LENGTH_BITS = 5;
  private static final int DELTA_BITS = 27;
  private static final int LONGEST_SHORT = 28 * Integer.BYTES;
  private static final int TIME_EXTEND = 30;
  private static final int MOST_EXTRA = 3 * Integer.BYTES; // before the bytes of a record

  private final ByteBuffer page = ByteBuffer.allocate(PAGE).order(ByteOrder.LITTLE_ENDIAN);
  private final Path file;
  private final OutputStream out;
  private long before; // time of the last record
  private long pages;

  CpuPages() throws IOException {
    file = Files.createTempFile("lastwords-trace-", ".cpu");
    out = new BufferedOutputStream(Files.newOutputStream(file));
  }

  /** Adds a record; time never goes back. */
  void add(long nanos, ByteBuffer payload) throws IOException {
    long at = Math.max(before, nanos);
    if (page.position() == 0 || page.remaining() < payload.remaining() + MOST_EXTRA) {
      turn(at);
    }
    delta(at - before, payload.remaining());
    page.put(payload);
    before = at;
  }

  private void turn(long nanos) throws IOException {
    finishPage();
    page.putLong(nanos).putLong(0);
    before = nanos;
  }

  private void delta(long delta, int length) {
    long low = delta;
    if (delta >= 1L << DELTA_BITS) {
      page.putInt(TIME_EXTEND | (int) (delta << LENGTH_BITS));
      page.putInt((int) (delta >>> DELTA_BITS));
      low = 0;
    }
    if (length <= LONGEST_SHORT) {
      page.putInt(length / Integer.BYTES | (int) (low << LENGTH_BITS));
    } else {
      page.putInt((int) (low << LENGTH_BITS));
      page.putInt(length + Integer.BYTES);
    }
  }

  private void finishPage() throws IOException {
    if (page.position() == 0) {
      return;
    }
    page.putLong(Long.BYTES, page.position() - HEAD);
    while (page.hasRemaining()) {
      page.put((byte) 0);
    }
    out.write(page.array());
    page.clear();
    pages++;
  }

  /** Ends the records; returns the size of all pages in bytes. */
  long finish() throws IOException {
    finishPage();
    out.close();
    return pages * PAGE;
  }

  void copyTo(OutputStream to) throws IOException {
    Files.copy(file, to);
  }

  @Override
  public void close() throws IOException {
    out.close();
    Files.deleteIfExists(file);
  }
}
