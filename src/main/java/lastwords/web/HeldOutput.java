package lastwords.web;

import java.io.IOException;
import java.io.OutputStream;

/** The body of an answer, which the client may be slow to read. */
final class HeldOutput extends OutputStream {
  private final OutputStream body;
  private final Workers workers;

  HeldOutput(OutputStream body, Workers workers) {
    this.body = body;
    this.workers = workers;
  }

  private interface Writing {
    void run() throws IOException;
  }

  private void held(Writing writing) throws IOException {
    workers.held(
        () -> {
          writing.run();
          return null;
        });
  }

  @Override
  public void write(int b) throws IOException {
    held(() -> body.write(b));
  }

  @Override
  public void write(byte[] bytes, int from, int length) throws IOException {
    held(() -> body.write(bytes, from, length));
  }

  @Override
  public void flush() throws IOException {
    held(body::flush);
  }

  @Override
  public void close() throws IOException {
    held(body::close);
  }
}
