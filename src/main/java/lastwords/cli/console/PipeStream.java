package lastwords.cli.console;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/**
 * Standard output, gathered into large writes. When the reader of a pipe goes away the rest is
 * dropped without a word, as {@code head} expects it; other failures are remembered.
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

  /** Has the reader gone, or the disk run full? */
  synchronized boolean closed() {
    return closed;
  }

  Optional<String> failure() {
    return failure.isEmpty() ? Optional.empty() : Optional.of(failure);
  }
}
