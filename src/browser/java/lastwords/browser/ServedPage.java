package lastwords.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import lastwords.cli.Cli;

/** {@code lastwords ui} in this process, until it is ended. */
final class ServedPage {
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final int port;
  private final Thread thread;
  private final AtomicReference<Cli> done = new AtomicReference<>();

  /** Starts the server that the words of the command line describe. */
  ServedPage(String... what) throws IOException, InterruptedException {
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    String[] line =
        Stream.concat(
                Stream.concat(Stream.of("ui"), Stream.of(what)),
                Stream.of("--no-browser", "--port", Integer.toString(port)))
            .toArray(String[]::new);
    thread = new Thread(() -> done.set(Cli.run(line)), "ui");
    thread.start();
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!answers()) {
      assertThat(thread.isAlive() && System.nanoTime() < end).as("ui: %s", done.get()).isTrue();
      thread.join(50);
    }
  }

  private boolean answers() {
    try (Socket socket = new Socket("127.0.0.1", port)) {
      return socket.isConnected();
    } catch (IOException e) {
      return false;
    }
  }

  String address() {
    return "http://127.0.0.1:" + port + "/";
  }

  void end() throws InterruptedException {
    thread.interrupt();
    thread.join(PATIENCE.toMillis());
  }
}
