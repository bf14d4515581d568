package lastwords.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Standard output, buffered into large writes. If the reader of a pipe goes away, the rest is
 * dropped silently, as {@code head} expects; other failures are recorded.
 */
final class PipeStream extends OutputStream {
  private final OutputStream target;
  private final byte[] buffer = new byte[1 << 14];
  private int used;
  private boolean closed;
  private String failure = "";

  PipeStream(OutputStream target) {
    this.target = target;
  }

  @Override
  public synchronized void write(int b) {
    if (used == buffer.length) {
      send();
    }
    buffer[used++] = (byte) b;
  }

  @Override
  public synchronized void flush() {
    send();
  }

  private void send() {
    int count = used;
    used = 0;
    if (closed || count == 0) {
      return;
    }
    try {
      target.write(buffer, 0, count);
      target.flush();
    } catch (IOException e) {
      closed = true;
      String reason = String.valueOf(e.getMessage());
      failure = reason.contains("Broken pipe") ? "" : reason;
    }
  }

  /** Has the reader gone, or is the disk full? */
  synchronized boolean closed() {
    return closed;
  }

  Optional<String> failure() {
    return failure.isEmpty() ? Optional.empty() : Optional.of(failure);
  }
}
