package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.List;
import javax.net.ssl.SSLContext;
import lastwords.cluster.node.ClusterNode;
import lastwords.web.HttpOptions;
import lastwords.web.Keystores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nodes configured by config/artery-mtls.conf: they talk among themselves, and to nobody without a
 * key.
 */
final class MutualTlsTest {
  @TempDir private Path folder;

  @Test
  void nodesWithAKeyTrustEachOtherAndNobodyElse() throws IOException {
    TlsNodes nodes = new TlsNodes(folder);
    try (ClusterNode one = nodes.start("node-a", List.of())) {
      String seed = one.address().replaceFirst(".*@", "");
      try (ClusterNode two = nodes.start("node-b", List.of(seed))) {
        TestCluster.await(() -> TestCluster.up(one, 2) && TestCluster.up(two, 2));
      }
      int port = Integer.parseInt(seed.substring(seed.indexOf(':') + 1));
      SSLContext withoutKey = HttpOptions.trust(nodes.truststore(), Keystores.PASSWORD);
      assertThatThrownBy(() -> talk(withoutKey.getSocketFactory().createSocket("127.0.0.1", port)))
          .isInstanceOf(IOException.class);
      assertThat(answersPlain(port)).isFalse();
    }
  }

  /** Sends something and waits for the answer; without TLS or a key the connection just ends. */
  private static int talk(Socket socket) throws IOException {
    try (socket) {
      socket.setSoTimeout(30_000);
      socket.getOutputStream().write("AKKA".getBytes());
      socket.getOutputStream().flush();
      int answer = socket.getInputStream().read();
      if (answer < 0) {
        throw new IOException("the connection ended");
      }
      return answer;
    }
  }

  private static boolean answersPlain(int port) {
    try {
      byte[] hello = new byte[64];
      try (Socket socket = new Socket("127.0.0.1", port)) {
        socket.setSoTimeout(30_000);
        socket.getOutputStream().write(hello);
        socket.getOutputStream().flush();
        int first = socket.getInputStream().read();
        return first >= 0 && first != 0x15; // 0x15: a TLS alert
      }
    } catch (IOException e) {
      return false;
    }
  }
}
