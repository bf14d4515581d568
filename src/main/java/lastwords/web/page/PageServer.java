package lastwords.web.page;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lastwords.web.guard.OriginCheck;

/**
 * Serves pages to browsers on this machine, and answers their queries, until closed. Pages of other
 * sites get no answer.
 */
public final class PageServer implements AutoCloseable {
  private static final int OK = 200;
  private static final int BAD = 400;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int ERROR = 500;
  private static final int THREADS = 4;
  private static final String HTML = "text/html; charset=utf-8";
  private static final String JSON = "application/json";
  private static final OriginCheck ORIGIN = new OriginCheck(true, "http");

  /** Answers a query of the page. */
  @FunctionalInterface
  public interface Question {
    /**
     * The answer, as JSON.
     *
     * @throws IllegalArgumentException if the query is wrong, with a message for the user
     */
    String answer(Map<String, String> query) throws IOException;
  }

  private record Answer(int code, String type, byte[] body) {
    static Answer of(int code, String type, String body) {
      return new Answer(code, type, body.getBytes(StandardCharsets.UTF_8));
    }

    static Answer text(int code, String text) {
      return of(code, "text/plain; charset=utf-8", text);
    }
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newFixedThreadPool(THREADS, PageServer::thread);
  private final PageSource pages;

  /**
   * Starts the server.
   *
   * @param port 0: any free one
   * @throws java.net.BindException if the port is taken
   */
  public PageServer(PageSource pages, int port) throws IOException {
    this.pages = pages;
    this.server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "page");
    thread.setDaemon(true);
    return thread;
  }

  /** The address of the first page. */
  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answerTo(exchange);
      headers(exchange.getResponseHeaders(), answer.type());
      boolean body = !exchange.getRequestMethod().equals("HEAD") && answer.body().length > 0;
      exchange.sendResponseHeaders(answer.code(), body ? answer.body().length : -1);
      if (body) {
        exchange.getResponseBody().write(answer.body());
      }
    }
  }

  private Answer answerTo(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    if (!exchange.getRequestMethod().matches("GET|HEAD")) {
      return Answer.text(NOT_ALLOWED, "only GET, HEAD");
    }
    Optional<OriginCheck.Refusal> refusal =
        ORIGIN.refuses(exchange.getRequestURI(), exchange.getRequestHeaders());
    if (refusal.isPresent()) {
      return Answer.text(refusal.get().status(), refusal.get().reason());
    }
    try {
      return answerTo(path, exchange.getRequestURI());
    } catch (IllegalArgumentException e) {
      return Answer.text(BAD, String.valueOf(e.getMessage()));
    } catch (RuntimeException | OutOfMemoryError e) {
      return Answer.text(ERROR, "an internal error: " + e);
    }
  }

  private Answer answerTo(String path, URI uri) throws IOException {
    int slash = path.lastIndexOf('/');
    String folder = slash <= 0 ? "" : path.substring(1, slash);
    String name = path.substring(slash + 1);
    Optional<PageSource.Content> page = pages.page(folder);
    if (page.isPresent() && name.isEmpty()) {
      return Answer.of(OK, HTML, page.get().html());
    }
    Optional<Question> question = page.map(it -> it.questions().get(name));
    return question.isPresent()
        ? Answer.of(OK, JSON, question.get().answer(query(uri)))
        : Answer.text(NOT_FOUND, "no such path");
  }

  private static Map<String, String> query(URI uri) {
    Map<String, String> query = new LinkedHashMap<>();
    String raw = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    for (String pair : raw.split("&")) {
      int equals = pair.indexOf('=');
      if (equals > 0) {
        query.put(pair.substring(0, equals), decoded(pair.substring(equals + 1)));
      }
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  /** The page has its own policy; it must not be framed. */
  private static void headers(Headers headers, String type) {
    headers.set("Content-Type", type);
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
    threads.shutdownNow();
  }
}
