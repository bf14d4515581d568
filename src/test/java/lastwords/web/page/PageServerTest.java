package lastwords.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PageServerTest {
  private final PageServer server = served();

  private static PageServer served() {
    try {
      return new PageServer(PageServerTest::page, 0);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Optional<PageSource.Content> page(String folder) {
    return switch (folder) {
      case "" ->
          Optional.of(
              new PageSource.Content("<p>page</p>", Map.of("ask.json", PageServerTest::answer)));
      case "run/a/b:c" ->
          Optional.of(new PageSource.Content("<p>run</p>", Map.of("ask.json", query -> "{}")));
      case "run/wrong" -> throw new IllegalArgumentException("wrong in line 3");
      default -> Optional.empty();
    };
  }

  private static String answer(Map<String, String> query) {
    if (query.isEmpty()) {
      throw new IllegalArgumentException("ask for something");
    }
    return "{\"asked\":\"" + query.get("what") + "\"}";
  }

  @AfterEach
  void close() {
    server.close();
  }

  /** The whole answer to a request with these headers. */
  private String get(String target, String... headers) throws IOException {
    String more = headers.length == 0 ? "" : String.join("\r\n", headers) + "\r\n";
    String host = more.contains("Host:") ? "" : "Host: 127.0.0.1\r\n";
    return sent("GET " + target + " HTTP/1.1\r\n" + host + more + "Connection: close\r\n\r\n");
  }

  private String sent(String request) throws IOException {
    try (Socket socket = new Socket("127.0.0.1", server.address().getPort())) {
      socket.setSoTimeout(60_000);
      socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void thePageMayNotBeFramedNorSniffed() throws IOException {
    assertThat(get("/"))
        .startsWith("HTTP/1.1 200")
        .containsIgnoringCase("Content-security-policy: frame-ancestors 'none'")
        .containsIgnoringCase("X-content-type-options: nosniff")
        .endsWith("<p>page</p>");
  }

  @Test
  void aQuestionIsAnsweredWithItsQuery() throws IOException {
    assertThat(get("/ask.json?what=a%3Ab"))
        .startsWith("HTTP/1.1 200")
        .endsWith("{\"asked\":\"a:b\"}");
  }

  @Test
  void aWrongQuestionIsTheAskersFault() throws IOException {
    assertThat(get("/ask.json")).startsWith("HTTP/1.1 400").endsWith("ask for something");
  }

  @Test
  void otherPagesGetNoAnswer() throws IOException {
    assertThat(get("/ask.json?what=x", "Sec-Fetch-Site: cross-site")).startsWith("HTTP/1.1 403");
    assertThat(get("/ask.json?what=x", "Host: evil.example")).startsWith("HTTP/1.1 421");
    assertThat(get("/ask.json?what=x", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"))
        .startsWith("HTTP/1.1 403");
    assertThat(get("/", "Sec-Fetch-Site: cross-site", "Sec-Fetch-Mode: navigate"))
        .startsWith("HTTP/1.1 200");
    assertThat(get("/", "Host: evil.example")).startsWith("HTTP/1.1 421");
    assertThat(get("/ask.json?what=x", "Origin: http://evil.example")).startsWith("HTTP/1.1 403");
    assertThat(get("http://evil.example/ask.json?what=x")).startsWith("HTTP/1.1 421");
    assertThat(get("/ask.json?what=x", "Sec-Fetch-Site: same-origin")).startsWith("HTTP/1.1 200");
  }

  @Test
  void eachFolderHasItsPageAndItsQuestions() throws IOException {
    assertThat(get("/run/a/b:c/")).startsWith("HTTP/1.1 200").endsWith("<p>run</p>");
    assertThat(get("/run/a/b%3Ac/ask.json")).startsWith("HTTP/1.1 200").endsWith("{}");
    assertThat(get("/run/a/b:c")).startsWith("HTTP/1.1 404");
    assertThat(get("/run/a/")).startsWith("HTTP/1.1 404");
    assertThat(get("/run/wrong/")).startsWith("HTTP/1.1 400").endsWith("wrong in line 3");
  }

  @Test
  void thereIsNothingElse() throws IOException {
    assertThat(get("/other")).startsWith("HTTP/1.1 404").endsWith("no such path");
    assertThat(
            sent(
                "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 405");
  }
}
