package lastwords.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lastwords.kernelc.source.NearestName;
import lastwords.web.page.PageFiles;

/** One request and its answer. */
final class Call {
  private static final int OK = 200;
  private static final int PIECE = 1 << 14;

  private final HttpExchange exchange;
  private final Map<String, String> path;
  private final Map<String, String> query;
  private final Workers workers;

  Call(
      HttpExchange exchange, Map<String, String> path, Map<String, String> query, Workers workers) {
    this.exchange = exchange;
    this.path = path;
    this.query = query;
    this.workers = workers;
  }

  /** The path's variable with this name. */
  String path(String name) {
    return path.get(name);
  }

  /** The path's variable as a non-negative number. */
  int number(String name) {
    String text = path(name);
    if (!text.matches("\\d{1,9}")) {
      throw new HttpError(HttpError.NOT_FOUND, "'" + text + "' is not a number");
    }
    return Integer.parseInt(text);
  }

  /** The query's value with this name. */
  String query(String name, String otherwise) {
    return query.getOrDefault(name, otherwise);
  }

  /** The query's value as one of these words; the first of them if it is missing. */
  String choice(String name, List<String> words) {
    String word = query(name, words.get(0));
    if (!words.contains(word)) {
      throw HttpError.bad(
          "?"
              + name
              + "="
              + word
              + ": none of "
              + String.join(", ", words)
              + NearestName.hint(word, words));
    }
    return word;
  }

  /** Does the client accept this type? A request without the header accepts anything. */
  boolean accepts(String type) {
    return exchange.getRequestHeaders().getOrDefault("Accept", List.of()).stream()
        .anyMatch(it -> it.toLowerCase(Locale.ROOT).contains(type));
  }

  String header(String name) {
    List<String> values = exchange.getRequestHeaders().getOrDefault(name, List.of());
    return values.isEmpty() ? "" : values.get(0);
  }

  /** The body as text of one of these media types. */
  String body(int mostBytes, List<String> types) throws IOException {
    byte[] bytes = bytes(mostBytes);
    String type = header("Content-Type").replaceFirst(";.*", "").strip().toLowerCase(Locale.ROOT);
    if (bytes.length > 0 && !types.contains(type)) {
      throw new HttpError(
          HttpError.UNSUPPORTED_TYPE,
          "content of type '" + type + "', expected " + String.join(" or ", types));
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  boolean isJson() {
    return header("Content-Type").toLowerCase(Locale.ROOT).startsWith("application/json");
  }

  private byte[] bytes(int most) throws IOException {
    if (hasLength() && isLargerThan(most)) {
      throw tooLarge(most);
    }
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] piece = new byte[PIECE];
    for (int count = read(piece); count >= 0; count = read(piece)) {
      all.write(piece, 0, count);
      if (all.size() > most) {
        throw tooLarge(most);
      }
    }
    workers.checkRoom();
    return all.toByteArray();
  }

  private int read(byte[] piece) throws IOException {
    return workers.held(() -> exchange.getRequestBody().read(piece));
  }

  private boolean hasLength() {
    return header("Content-Length").matches("\\d+");
  }

  /** May the body, whose length need not be known, be larger than this? */
  boolean isLargerThan(int bytes) {
    String length = header("Content-Length");
    return !hasLength() || length.length() > 10 || Long.parseLong(length) > bytes;
  }

  private static HttpError tooLarge(int most) {
    return new HttpError(HttpError.TOO_LARGE, "the body is larger than " + most + " bytes");
  }

  /** The body as a JSON object; an empty one if there is no body. */
  Fields json(int mostBytes) throws IOException {
    return fields(body(mostBytes, List.of("application/json")));
  }

  /** Text as a JSON object. */
  static Fields fields(String text) {
    try {
      JsonNode node = ApiJson.mapper().readTree(text.isBlank() ? "{}" : text);
      if (!node.isObject()) {
        throw HttpError.bad("the body is not a JSON object");
      }
      return new Fields(node);
    } catch (JsonProcessingException e) {
      throw HttpError.bad("the body is not JSON" + where(e) + ": " + e.getOriginalMessage());
    }
  }

  /** Exceeding a limit has no place. */
  private static String where(JsonProcessingException e) {
    return e.getLocation() == null
        ? ""
        : ", line " + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr();
  }

  /** Answers with a record, list or map as JSON. */
  void answer(Object value) throws IOException {
    answer(OK, ApiJson.text(value));
  }

  void answer(int status, String json) throws IOException {
    byte[] bytes = (json + "\n").getBytes(StandardCharsets.UTF_8);
    head("application/json");
    send(status, bytes.length);
    try (OutputStream out = new HeldOutput(exchange.getResponseBody(), workers)) {
      out.write(bytes);
    }
  }

  /** Answers with a file of a page. */
  void answerPage(String type, byte[] bytes) throws IOException {
    head(type);
    Headers headers = exchange.getResponseHeaders();
    headers.set("Content-Security-Policy", PageFiles.POLICY);
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cross-Origin-Opener-Policy", "same-origin");
    headers.set("Cross-Origin-Resource-Policy", "same-origin");
    send(OK, bytes.length);
    try (OutputStream out = new HeldOutput(exchange.getResponseBody(), workers)) {
      out.write(bytes);
    }
  }

  /** Answers 204. */
  void done() throws IOException {
    head("application/json");
    exchange.getResponseHeaders().remove("Content-Type");
    send(204, -1);
    close();
  }

  /** Starts an answer of unknown length. */
  OutputStream stream(String type) throws IOException {
    head(type);
    send(OK, 0);
    return new HeldOutput(exchange.getResponseBody(), workers);
  }

  private void send(int status, long length) throws IOException {
    workers.held(
        () -> {
          exchange.sendResponseHeaders(status, length);
          return null;
        });
  }

  void allow(String methods) {
    exchange.getResponseHeaders().set("Allow", methods);
  }

  /** Also consumes the rest of the body. */
  void close() throws IOException {
    workers.held(
        () -> {
          exchange.close();
          return null;
        });
  }

  private void head(String type) {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    exchange.getResponseHeaders().set("X-Content-Type-Options", "nosniff");
  }
}
