package lastwords.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** A client of the HTTP interface of a node. */
public final class ApiClient {
  private static final Duration CONNECT = Duration.ofSeconds(10);
  private static final Duration ANSWER = Duration.ofSeconds(60);
  private static final int FIRST_ERROR = 400;

  private final String url;
  private final Optional<String> token;
  private final HttpClient http;

  /**
   * @param url {@code http://127.0.0.1:7101}
   * @param token the node's token; empty if it needs none
   * @param tls certificates to trust; empty: those that Java trusts
   */
  public ApiClient(String url, Optional<String> token, Optional<SSLContext> tls) {
    this.url = url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
    this.token = token;
    HttpClient.Builder builder =
        HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECT);
    tls.ifPresent(builder::sslContext);
    this.http = builder.build();
  }

  /** The node's URL. */
  public String url() {
    return url;
  }

  /** The answer to a GET of the path. */
  public <T> T get(String path, TypeReference<T> type) throws IOException, InterruptedException {
    return read(send("GET", path, "", ""), type);
  }

  /** As above, within this time. */
  public <T> T get(String path, TypeReference<T> type, Duration most)
      throws IOException, InterruptedException {
    HttpRequest request = request("GET", path, "", "").timeout(most).build();
    return read(text(request), type);
  }

  /** The answer to a POST of JSON to the path. */
  public <T> T post(String path, String json, TypeReference<T> type)
      throws IOException, InterruptedException {
    return read(send("POST", path, json, "application/json"), type);
  }

  /** The answer to a POST of text to the path. */
  public <T> T postText(String path, String text, TypeReference<T> type)
      throws IOException, InterruptedException {
    return read(send("POST", path, text, "text/plain"), type);
  }

  /** A POST whose answer is empty. */
  public void post(String path, String json) throws IOException, InterruptedException {
    send("POST", path, json, "application/json");
  }

  /** The answer to a DELETE of the path, as JSON; may be empty. */
  public String delete(String path) throws IOException, InterruptedException {
    return send("DELETE", path, "", "");
  }

  /** The answer to a GET of the path, as a stream. */
  public InputStream stream(String path) throws IOException, InterruptedException {
    HttpRequest request = request("GET", path, "", "").build();
    HttpResponse<InputStream> answer = exchange(request, BodyHandlers.ofInputStream());
    if (answer.statusCode() >= FIRST_ERROR) {
      try (InputStream body = answer.body()) {
        String text = new String(body.readAllBytes(), StandardCharsets.UTF_8);
        throw new ApiException(answer.statusCode(), message(answer.statusCode(), text));
      }
    }
    return answer.body();
  }

  private String send(String method, String path, String body, String type)
      throws IOException, InterruptedException {
    return text(request(method, path, body, type).timeout(ANSWER).build());
  }

  private String text(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<String> answer = exchange(request, BodyHandlers.ofString(StandardCharsets.UTF_8));
    if (answer.statusCode() >= FIRST_ERROR) {
      throw new ApiException(answer.statusCode(), message(answer.statusCode(), answer.body()));
    }
    return answer.body();
  }

  private <T> HttpResponse<T> exchange(HttpRequest request, HttpResponse.BodyHandler<T> handler)
      throws IOException, InterruptedException {
    try {
      return http.send(request, handler);
    } catch (ConnectException e) {
      throw new ApiException(HttpError.UNAVAILABLE, "no node answers at " + url);
    } catch (HttpTimeoutException e) {
      throw new ApiException(HttpError.UNAVAILABLE, "the node at " + url + " does not answer");
    }
  }

  private HttpRequest.Builder request(String method, String path, String body, String type) {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(url + path));
    request.method(
        method, body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
    if (!type.isEmpty()) {
      request.header("Content-Type", type);
    }
    token.ifPresent(it -> request.header("Authorization", "Bearer " + it));
    return request;
  }

  private static <T> T read(String json, TypeReference<T> type) {
    try {
      return ApiJson.read(json, type);
    } catch (JsonProcessingException e) {
      throw new ApiException(
          HttpError.OURS, "the answer is not from a lastwords node: " + e.getOriginalMessage());
    }
  }

  private static String message(int status, String body) {
    try {
      JsonNode json = ApiJson.read(body, new TypeReference<JsonNode>() {});
      return json.path("error").asText("HTTP " + status);
    } catch (JsonProcessingException e) {
      return "HTTP " + status;
    }
  }
}
