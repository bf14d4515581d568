package lastwords.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The interface under attack: nothing that a client sends brings it down or fills its memory. */
final class HostileClientsTest {
  private static final long SEED = 20190717;
  private static final List<String> WORDS =
      List.of(
          "v1",
          "machines",
          "demo",
          "faults",
          "trace",
          "..",
          "%2e%2e",
          "%00",
          "{id}",
          "0",
          "-1",
          "99999999999999999999",
          "step",
          "recording",
          "?follow=true",
          "?cpu=,",
          "?format=",
          "#",
          ";",
          "%ff",
          "\u00e9",
          "a".repeat(5000),
          "cluster",
          "partitions",
          "openapi.json",
          "healthz");
  private static final List<String> TOKENS =
      List.of(
          "{",
          "}",
          "[",
          "]",
          ":",
          ",",
          "\"",
          "\"scenario\"",
          "\"logbuf-scenario-2\"",
          "\"bundle\"",
          "\"set\"",
          "\"place\"",
          "null",
          "true",
          "1e999",
          "-0",
          "\\u0000",
          "\u0000",
          "\"fault\"",
          "\"drop = ipi\"",
          "\"speed\"",
          "9".repeat(400),
          "\"name\"",
          "\"clock\"",
          "\"live\"");

  private static FakeClusterNode node;
  private static HttpApi api;
  private static Client client;

  @BeforeAll
  static void start() throws IOException {
    node = new FakeClusterNode();
    api = new HttpApi(node, Catalog.standard(), HttpOptions.loopback(0));
    client = new Client(api.url());
    client.post(
        "/v1/machines", "{\"scenario\":\"logbuf-scenario-2\",\"name\":\"demo\",\"paused\":true}");
  }

  @AfterAll
  static void stop() {
    assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
    api.close();
  }

  private static Socket connect() throws IOException {
    Socket socket = new Socket(InetAddress.getLoopbackAddress(), URI.create(api.url()).getPort());
    socket.setSoTimeout(60_000);
    return socket;
  }

  /** The answer to raw bytes; empty if the connection just ends. */
  private static String raw(String request) throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      socket.getOutputStream().flush();
      socket.shutdownOutput();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  private static String phrase(Random random, List<String> words, int most, String between) {
    List<String> chosen = new ArrayList<>();
    for (int i = random.nextInt(most); i >= 0; i--) {
      chosen.add(words.get(random.nextInt(words.size())));
    }
    return String.join(between, chosen);
  }

  @Test
  void randomRequestsGetAnAnswerThatFitsThem() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < 1500; i++) {
      String method = List.of("GET", "POST", "DELETE", "PUT", "X").get(random.nextInt(5));
      String path = "/" + phrase(random, WORDS, 6, random.nextInt(8) == 0 ? "" : "/");
      String body = phrase(random, TOKENS, 12, "");
      int length = body.getBytes(StandardCharsets.ISO_8859_1).length;
      String request =
          method
              + " "
              + path
              + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n"
              + (random.nextBoolean() ? "Content-Type: application/json\r\n" : "")
              + "Content-Length: "
              + (random.nextInt(20) == 0 ? "-5" : String.valueOf(length))
              + "\r\n\r\n"
              + body;
      String answer = raw(request);
      assertThat(answer).as(request).matches("(?s)(HTTP/1.1 (2|4)\\d\\d .*)?");
    }
  }

  @Test
  void randomBytesEndTheConnectionOnly() throws IOException {
    Random random = new Random(SEED);
    for (int i = 0; i < 200; i++) {
      byte[] bytes = new byte[random.nextInt(2000)];
      random.nextBytes(bytes);
      String answer = raw(new String(bytes, StandardCharsets.ISO_8859_1) + "\r\n\r\n");
      assertThat(answer).matches("(?s)(HTTP/1.1 [45]\\d\\d .*)?");
    }
  }

  @Test
  void theNameThatABrowserWasToldIsChecked() throws IOException {
    String request =
        "GET /v1/cluster HTTP/1.1\r\nHost: evil.example:80\r\nConnection: close\r\n\r\n";
    assertThat(raw(request)).startsWith("HTTP/1.1 421 ");
    assertThat(raw(request.replace("evil.example:80", "localhost"))).startsWith("HTTP/1.1 200 ");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /v1/cluster, Origin:, 403",
    "GET /v1/cluster, Origin: null, 403",
    "GET /v1/cluster, Origin: http://localhost, 200",
    "GET /v1/cluster, Sec-Fetch-Site: Cross-Site, 403",
    "GET /v1/cluster, Sec-Fetch-Site: SAME-SITE, 403",
    "GET /v1/cluster, Sec-Fetch-Site: whatever, 403",
    "GET /v1/cluster, Sec-Fetch-Site: same-origin, 200",
    "GET /v1/cluster, Sec-Fetch-Site: none, 200",
    "GET http://evil.example/v1/cluster, Accept: */*, 421",
    "GET http://localhost:81/v1/cluster, Accept: */*, 421",
    "GET https://localhost/v1/cluster, Accept: */*, 421",
    "GET //evil.example/v1/cluster, Accept: */*, 421",
    "GET http://localhost/v1/cluster, Accept: */*, 200",
  })
  void whereARequestIsFromAndWhereItGoesIsChecked(String target, String header, int status)
      throws IOException {
    String request =
        target + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + header + "\r\n\r\n";
    assertThat(raw(request)).as(request).startsWith("HTTP/1.1 " + status + " ");
  }

  @Test
  void theAnswerToABodyThatIsTooLargeCanBeRead() throws IOException {
    int length = 10_000_000;
    String head =
        "POST /v1/machines HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n"
            + "Connection: close\r\nContent-Length: "
            + length
            + "\r\n\r\n";
    assertThat(raw(head + "x".repeat(length))).startsWith("HTTP/1.1 413 ");
  }

  @Test
  void aLineWithoutEndIsCut() throws IOException {
    byte[] piece = "a".repeat(1 << 16).getBytes(StandardCharsets.ISO_8859_1);
    long sent = 0;
    try (Socket socket = connect()) {
      socket.getOutputStream().write("GET /".getBytes(StandardCharsets.ISO_8859_1));
      while (sent < 256L << 20) {
        socket.getOutputStream().write(piece);
        sent += piece.length;
      }
    } catch (IOException e) {
      assertThat(sent).isLessThan(64L << 20);
      return;
    }
    assertThat(sent).as("bytes of one line that were taken").isLessThan(64L << 20);
  }

  @Test
  void aHugeScenarioIsRefused() throws IOException {
    try (Socket socket = connect()) {
      String head =
          "POST /v1/machines HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\n";
      socket
          .getOutputStream()
          .write((head + "Content-Length: 99999999999\r\n\r\n{").getBytes(StandardCharsets.UTF_8));
      socket.getOutputStream().flush();
      byte[] answer = socket.getInputStream().readNBytes(12);
      assertThat(new String(answer, StandardCharsets.UTF_8)).isEqualTo("HTTP/1.1 413");
    }
  }

  @Test
  void aThousandConnectionsLeaveRoomForOneMore() throws IOException {
    List<Socket> sockets = new ArrayList<>();
    try {
      for (int i = 0; i < 1000; i++) {
        sockets.add(connect());
        if (i % 10 == 0) {
          sockets.get(i).getOutputStream().write("GET /v1".getBytes(StandardCharsets.UTF_8));
        }
      }
      assertThat(client.get("/v1/cluster").statusCode()).isEqualTo(200);
      for (Socket socket : sockets) {
        socket
            .getOutputStream()
            .write(
                "GET /v1/cluster HTTP/1.0\r\nHost: localhost\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
      }
      for (Socket socket : sockets.subList(1, 10)) {
        assertThat(socket.getInputStream().readNBytes(12)).isEqualTo("HTTP/1.1 200".getBytes());
      }
    } finally {
      for (Socket socket : sockets) {
        socket.close();
      }
    }
  }

  @Test
  void aClientThatDoesNotReadIsCut() throws IOException {
    FakeClusterNode node = new FakeClusterNode();
    HttpOptions options = HttpOptions.loopback(0);
    Workers workers = new Workers(16, new Workers.Patience(500, 500));
    try (HttpApi impatient = new HttpApi(node, Catalog.standard(), options, workers)) {
      new Client(impatient.url())
          .post("/v1/machines", "{\"scenario\":\"logbuf-scenario-2\",\"name\":\"demo\"}");
      int port = URI.create(impatient.url()).getPort();
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        String request = "GET /v1/machines/demo/recording HTTP/1.0\r\nHost: localhost\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
        while (impatient.cuts() == 0) {
          Thread.yield();
        }
        assertThat(drain(socket)).isLessThan(14L * FakeClusterNode.RECORDED_LINES);
      }
    }
  }

  private static long drain(Socket socket) {
    long count = 0;
    byte[] piece = new byte[1 << 16];
    try (InputStream in = socket.getInputStream()) {
      for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
        count += read;
      }
    } catch (IOException e) {
      return count;
    }
    return count;
  }

  @Test
  void aSlowClientIsCut() throws IOException {
    try (Socket socket = connect()) {
      socket.getOutputStream().write("GET /v1/clus".getBytes(StandardCharsets.UTF_8));
      InputStream in = socket.getInputStream();
      assertThat(in.read()).as("the connection ends by itself").isEqualTo(-1);
    }
  }
}
