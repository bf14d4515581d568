package lastwords.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Health and control requests are answered, however slow other clients are. */
final class SlowClientsTest {
  private static final int SLOW = 400;
  private static final int ATTEMPTS = 6;
  private static final String HOST = " HTTP/1.1\r\nHost: localhost\r\n";
  private static final String HEAD = "GET /v1/cluster" + HOST;
  private static final String SMALL_BODY =
      "POST /v1/machines/demo/pause" + HOST + "Content-Length: 100\r\n\r\n{";
  private static final String SMALL_LAUNCH =
      "POST /v1/machines" + HOST + "Content-Type: application/json\r\nContent-Length: 100\r\n\r\n{";
  private static final String LARGE_LAUNCH =
      "POST /v1/machines"
          + HOST
          + "Content-Type: application/json\r\nContent-Length: 4000000\r\n\r\n{";

  /** More than any socket buffers. */
  private static final String RECORDING = "GET /v1/machines/demo/recording" + HOST + "\r\n";

  private final List<Socket> slow = new ArrayList<>();
  private HttpApi api;
  private Client client;

  private void start(Workers workers) throws IOException {
    HttpOptions options = HttpOptions.loopback(0);
    api = new HttpApi(new FakeClusterNode(), Catalog.standard(), options, workers);
    client = new Client(api.url());
    launch("demo");
  }

  private void launch(String name) {
    String order = "{\"scenario\":\"logbuf-scenario-2\",\"name\":\"%s\"}";
    assertThat(client.post("/v1/machines", order.formatted(name)).statusCode()).isEqualTo(201);
  }

  @AfterEach
  void stop() throws IOException {
    release();
    api.close();
  }

  private void hold(int count, String request) throws IOException {
    for (int i = 0; i < count; i++) {
      Socket socket = new Socket();
      socket.setReceiveBufferSize(4096);
      socket.connect(
          new InetSocketAddress(InetAddress.getLoopbackAddress(), URI.create(api.url()).getPort()));
      slow.add(socket);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void release() throws IOException {
    for (Socket socket : slow) {
      socket.close();
    }
    slow.clear();
  }

  /** Has the server neither answered nor closed it? */
  private static boolean isHeld(Socket socket) throws IOException {
    socket.setSoTimeout(1);
    try {
      return socket.getInputStream().read() >= 0;
    } catch (SocketTimeoutException e) {
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private long held() throws IOException {
    long count = 0;
    for (Socket socket : slow) {
      count += isHeld(socket) ? 1 : 0;
    }
    return count;
  }

  private void askForHealthAndControl() {
    assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
    assertThat(client.get("/v1/machines").statusCode()).isEqualTo(200);
    assertThat(client.post("/v1/machines/demo/step", "{\"cpu\":1}").statusCode()).isEqualTo(200);
    launch("another");
    assertThat(client.send("DELETE", "/v1/machines/another", "").statusCode()).isEqualTo(204);
  }

  /**
   * On a host without any time to spare the slow ones may be cut first; then they are created
   * again.
   */
  @ParameterizedTest
  @ValueSource(strings = {HEAD, SMALL_BODY, SMALL_LAUNCH})
  void slowRequestsHoldUpNobody(String request) throws IOException {
    start(new Workers(1024, Workers.Patience.STANDARD));
    for (int i = 0; i < ATTEMPTS; i++) {
      hold(SLOW, request);
      askForHealthAndControl();
      if (held() == SLOW) {
        return;
      }
      release();
    }
    fail("health and control were answered only when slow clients had been cut off");
  }

  @ParameterizedTest
  @ValueSource(strings = {LARGE_LAUNCH, RECORDING})
  void slowReadersAndLaunchesHoldUpNobody(String request) throws IOException {
    start(new Workers(1024, new Workers.Patience(600_000, 600_000)));
    hold(SLOW, request);
    askForHealthAndControl();
    assertThat(api.cuts()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {HEAD, SMALL_BODY, RECORDING})
  void theSlowAreCutOffWhenTheyHaveTakenAllThreads(String request) throws IOException {
    start(new Workers(16, new Workers.Patience(600_000, 200)));
    hold(64, request);
    askForHealthAndControl();
    assertThat(api.cuts()).isPositive();
  }
}
