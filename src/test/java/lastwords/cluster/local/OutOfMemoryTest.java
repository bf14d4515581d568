package lastwords.cluster.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A real node process that runs out of memory. */
final class OutOfMemoryTest {
  private static final byte[] MAGIC_AND_STREAM = {'A', 'K', 'K', 'A', 2};

  @TempDir private Path folder;

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private Process node(int port, Path log) throws IOException {
    List<String> arguments =
        List.of("node", "--insecure", "--port", "" + port, "--data", folder + "/data");
    List<String> command = new ArrayList<>(NodeProcess.command(arguments));
    command.add(command.indexOf("-cp"), "-Xmx48m");
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(log.toFile())
        .start();
  }

  private static Socket connected(Process node, int port) throws Exception {
    while (true) {
      try {
        return new Socket(InetAddress.getLoopbackAddress(), port);
      } catch (IOException e) {
        assertThat(node.waitFor(50, TimeUnit.MILLISECONDS)).as("the node has ended").isFalse();
      }
    }
  }

  private static byte[] littleEndian(int number) {
    return ByteBuffer.allocate(4).order(ByteOrder.LITTLE_ENDIAN).putInt(number).array();
  }

  /**
   * An open port keeps the received part of a frame. After one of 2^31 - 1 bytes it takes every
   * four bytes for a message: then there is always a little memory left, but only enough to collect
   * garbage.
   */
  @ParameterizedTest
  @CsvSource({"1073741824, OutOfMemoryError", "2147483647, out of memory: "})
  void aNodeWithoutMemoryEndsAndSaysSo(int length, String message) throws Exception {
    int port = freePort();
    Path log = folder.resolve("log");
    Process node = node(port, log);
    try (Socket socket = connected(node, port)) {
      socket.getOutputStream().write(MAGIC_AND_STREAM);
      socket.getOutputStream().write(littleEndian(length));
      byte[] piece = new byte[1 << 16];
      while (node.isAlive()) {
        socket.getOutputStream().write(piece);
      }
    } catch (IOException e) {
      assertThat(node.waitFor(60, TimeUnit.SECONDS)).as("the node ends, too").isTrue();
    } finally {
      node.destroyForcibly();
    }
    assertThat(node.waitFor()).isEqualTo(3);
    assertThat(Files.readString(log)).contains(message);
  }
}
