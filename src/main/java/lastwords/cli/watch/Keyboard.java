package lastwords.cli.watch;

import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * Reads keys from the process's terminal as they are pressed. {@code stty} changes the terminal's
 * mode, which is restored even if a signal ends the process.
 */
final class Keyboard implements AutoCloseable {
  private static final Path TERMINAL = Path.of("/dev/tty");
  private static final long STTY_SECONDS = 10;
  private static final int MOST = 64; // bytes read at a time

  private final InputStream keys;
  private final String before;
  private final Thread hook = new Thread(this::putBack, "keyboard");

  private Keyboard(InputStream keys, String before) {
    this.keys = keys;
    this.before = before;
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The process's terminal; empty if there is no terminal or no {@code stty}. */
  static Optional<Keyboard> open() {
    try {
      Optional<String> before = stty("-g");
      if (before.isEmpty()) {
        return Optional.empty();
      }
      Keyboard keyboard =
          new Keyboard(new FileInputStream(TERMINAL.toFile()), before.get().strip());
      // A read returns within a tenth of a second, possibly with nothing.
      stty("-icanon", "-echo", "min", "0", "time", "1");
      return Optional.of(keyboard);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Rows and columns of the terminal. */
  static Optional<int[]> size() {
    try {
      return stty("size")
          .map(it -> it.strip().split(" "))
          .filter(it -> it.length == 2 && !it[0].equals("0"))
          .map(it -> new int[] {Integer.parseInt(it[0]), Integer.parseInt(it[1])});
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  /** Its output; empty if it fails. */
  private static Optional<String> stty(String... words) throws IOException {
    if (!Files.isReadable(TERMINAL)) {
      return Optional.empty();
    }
    String[] command = new String[words.length + 1];
    command[0] = "stty";
    System.arraycopy(words, 0, command, 1, words.length);
    Process process = new ProcessBuilder(command).redirectInput(TERMINAL.toFile()).start();
    try {
      String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      boolean done = process.waitFor(STTY_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
      return done ? Optional.of(said) : Optional.empty();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } finally {
      process.destroy();
    }
  }

  /** Keys pressed within a tenth of a second; usually none. */
  List<Key> pressed() throws IOException {
    byte[] sent = new byte[MOST];
    int count = Math.max(0, keys.read(sent));
    return Key.all(new String(sent, 0, count, StandardCharsets.UTF_8));
  }

  private void putBack() {
    try {
      stty(before);
    } catch (IOException e) {
      // the terminal is gone
    }
  }

  @Override
  public void close() throws IOException {
    putBack();
    keys.close();
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the process is exiting already
    }
  }
}
