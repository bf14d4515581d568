package lastwords.web.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Serves one page to browsers on this machine, until it is closed. */
public final class PageServer implements AutoCloseable {
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;

  private final HttpServer server;
  private final byte[] page;

  /**
   * Begins to serve.
   *
   * @param port 0: one that is free
   * @throws java.net.BindException when the port is taken
   */
  public PageServer(String page, int port) throws IOException {
    this.page = page.getBytes(StandardCharsets.UTF_8);
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  /** Where the page is. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean known = exchange.getRequestURI().getPath().equals("/");
      boolean reads = exchange.getRequestMethod().matches("GET|HEAD");
      int code = !reads ? NOT_ALLOWED : known ? OK : NOT_FOUND;
      headers(exchange.getResponseHeaders());
      boolean body = code == OK && exchange.getRequestMethod().equals("GET");
      exchange.sendResponseHeaders(code, body ? page.length : -1);
      if (body) {
        exchange.getResponseBody().write(page);
      }
    }
  }

  /** The page has a policy of its own; nobody may frame it. */
  private static void headers(Headers headers) {
    headers.set("Content-Type", "text/html; charset=utf-8");
    headers.set("Content-Security-Policy", "frame-ancestors 'none'");
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    headers.set("Cache-Control", "no-store");
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
