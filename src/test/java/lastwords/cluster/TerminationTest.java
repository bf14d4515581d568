package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLServerSocket;
import javax.net.ssl.SSLSocket;
import lastwords.cluster.node.ClusterNode;
import lastwords.web.HttpOptions;
import lastwords.web.Keystores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node ends whatever its peers do. */
final class TerminationTest {
  @TempDir private Path folder;

  @Test
  void aPeerThatNeverClosesItsConnectionHoldsNoNode() throws Exception {
    TlsNodes nodes = new TlsNodes(folder);
    SSLServerSocket listener =
        (SSLServerSocket)
            HttpOptions.tls(nodes.keystore(), Keystores.PASSWORD)
                .getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    CountDownLatch connected = new CountDownLatch(1);
    try (listener) {
      Thread peer = new Thread(() -> acceptAndNeverClose(listener, connected), "peer");
      peer.setDaemon(true);
      peer.start();
      ClusterNode node = nodes.start("node-a", List.of("127.0.0.1:" + listener.getLocalPort()));
      assertThat(connected.await(60, TimeUnit.SECONDS)).isTrue();
      CompletableFuture<Void> closed = CompletableFuture.runAsync(node::close);
      assertThat(closed).succeedsWithin(Duration.ofSeconds(120));
    }
  }

  /** Reads what comes; neither answers nor closes, until the other side cuts the connection. */
  private static void acceptAndNeverClose(SSLServerSocket listener, CountDownLatch connected) {
    try {
      while (true) {
        SSLSocket socket = (SSLSocket) listener.accept();
        Thread reader = new Thread(() -> drain(socket, connected), "peer-reader");
        reader.setDaemon(true);
        reader.start();
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  private static void drain(SSLSocket socket, CountDownLatch connected) {
    try {
      InputStream in = socket.getInputStream();
      while (in.read() >= 0) {
        connected.countDown();
      }
      Thread.sleep(Long.MAX_VALUE); // holds the socket open
    } catch (IOException e) {
      // the other side has cut it
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
