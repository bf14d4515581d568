package lastwords.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a node serves to browsers, asked by a plain client. */
final class PageRoutesTest {
  private static final String LAUNCH = "{\"scenario\":\"logbuf-scenario-2\",\"name\":\"demo\"}";
  private static final String TOKEN = "0123456789abcdef0123456789abcdef";

  private HttpApi api;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    begin(Optional.empty());
  }

  private void begin(Optional<String> token) throws IOException {
    HttpOptions options = new HttpOptions("127.0.0.1", 0, token, Optional.empty());
    api = new HttpApi(new FakeClusterNode(), Catalog.standard(), options);
    client = new Client(api.url());
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static JsonNode json(String text) throws JsonProcessingException {
    return ApiJson.read(text, new TypeReference<JsonNode>() {});
  }

  @Test
  void aPageMayDoNothingButTalkToItsNode() {
    for (String path : List.of("/", "/page/live.js", "/machines/demo/", "/machines/x/main.js")) {
      HttpResponse<String> file = client.get(path);
      assertThat(file.statusCode()).as(path).isEqualTo(200);
      assertThat(file.headers().firstValue("Content-Security-Policy").orElse(""))
          .contains("default-src 'none'", "script-src 'self'", "frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(file.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
    }
    assertThat(client.get("/", "Origin", "http://evil.example").statusCode()).isEqualTo(403);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/page/",
        "/page/none.js",
        "/page/live.JS",
        "/page/..%2fpage%2flive.js",
        "/page/live.js/",
        "/page/.js",
        "/page/logback.xml",
        "/machines/demo/..%2f..%2fweb%2fopenapi.json"
      })
  void nothingElseIsServed(String path) throws JsonProcessingException {
    HttpResponse<String> answer = client.get(path);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(json(answer.body()).get("error").textValue())
        .isEqualTo("no such path; see /openapi.json");
  }

  @Test
  void withATokenFilesAreOpenAndWhatHappensIsNot() throws IOException {
    api.close();
    begin(Optional.of(TOKEN));
    assertThat(client.get("/").statusCode()).isEqualTo(200);
    assertThat(client.get("/page/live.js").statusCode()).isEqualTo(200);
    assertThat(client.get("/machines/demo/").statusCode()).isEqualTo(200);
    for (String path :
        List.of("/v1/live", "/v1/faults", "/machines/demo/run.json", "/machines/demo/run%2ejson")) {
      assertThat(client.get(path).statusCode()).as(path).isEqualTo(401);
    }
    String shown = "Bearer " + TOKEN;
    assertThat(client.get("/v1/faults", "Authorization", shown).statusCode()).isEqualTo(200);
  }

  @Test
  void aRunThatIsOverHasItsPage() throws JsonProcessingException {
    client.post("/v1/machines", LAUNCH);
    JsonNode run = json(client.get("/machines/demo/run.json").body());
    assertThat(run.get("outcome").textValue()).startsWith("hang at cpu0:logbuf_lock");
    assertThat(run.get("steps").get("cpu").size()).isGreaterThan(100);
    assertThat(run.get("sources").has("kernel/panic.c")).isTrue();
    assertThat(run.get("again").textValue())
        .isEqualTo("lastwords fetch demo && lastwords replay demo.recording");
    client.post("/v1/machines", LAUNCH.replace("demo\"", "other\",\"paused\":true"));
    assertThat(client.get("/machines/other/run.json").statusCode()).isEqualTo(409);
    assertThat(client.get("/machines/none/run.json").statusCode()).isEqualTo(404);
  }

  @Test
  void aClusterIsToldAsEventsThatReplaceEachOther() throws Exception {
    client.post("/v1/machines", LAUNCH);
    Map<String, JsonNode> told = told("/v1/live?machine=demo-id", "report");
    assertThat(told.get("cluster").get("self").textValue()).isEqualTo("node-1");
    JsonNode machine = told.get("machines").get(0);
    assertThat(machine.get("state").textValue()).isEqualTo("ended");
    assertThat(machine.get("parts").get("node-1").intValue()).isEqualTo(2);
    assertThat(told.get("faults")).isEmpty();
    assertThat(told.get("parts")).hasSize(1);
    JsonNode story = told.get("story");
    assertThat(story.get("from").intValue()).isZero();
    assertThat(story.get("over").booleanValue()).isTrue();
    assertThat(story.get("moments")).anyMatch(it -> it.get("text").textValue().equals("panics"));
    assertThat(told.get("report").get("result").get("explanation")).isNotEmpty();
    assertThat(client.get("/v1/live?machine=none").statusCode()).isEqualTo(404);
  }

  /** The events of a stream up to one with this name. */
  private Map<String, JsonNode> told(String path, String last) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(api.url() + path))
            .timeout(Duration.ofSeconds(90))
            .build();
    Map<String, JsonNode> told = new TreeMap<>();
    try (Stream<String> lines =
        HttpClient.newHttpClient().send(request, BodyHandlers.ofLines()).body()) {
      String name = "";
      for (String line : (Iterable<String>) lines::iterator) {
        if (line.startsWith("event: ")) {
          name = line.substring("event: ".length());
        } else if (line.startsWith("data: ")) {
          told.put(name, json(line.substring("data: ".length())));
        }
        if (told.containsKey(last)) {
          break;
        }
      }
    }
    return told;
  }

  @Test
  void whatCanBeLaunchedAndInjectedIsTold() throws JsonProcessingException {
    JsonNode scenario = json(client.get("/v1/scenarios/logbuf-scenario-2").body());
    assertThat(scenario.get("title").textValue()).startsWith("Scenario 2: ");
    assertThat(scenario.get("variants").toString()).contains("\"default\"", "\"patched\"");
    HttpResponse<String> wrong = client.get("/v1/scenarios/logbuf-scenario-7");
    assertThat(wrong.statusCode()).isEqualTo(404);
    assertThat(json(wrong.body()).get("error").textValue()).contains("did you mean 'logbuf-");
    assertThat(client.get("/v1/scenarios/..%2f..%2fpom.xml").statusCode()).isEqualTo(404);
    assertThat(json(client.get("/v1/faults").body()).get(0).get("block").textValue())
        .isEqualTo("{ drop = ipi, to = 1 }");
  }

  @Test
  void soManyPagesLookOnAtOnceAndOneThatLeavesMakesRoom() throws Exception {
    HttpClient browser = HttpClient.newHttpClient();
    HttpRequest look = HttpRequest.newBuilder(URI.create(api.url() + "/v1/live")).build();
    List<InputStream> pages = new ArrayList<>();
    for (int i = 0; i < 32; i++) {
      pages.add(browser.send(look, BodyHandlers.ofInputStream()).body());
    }
    assertThat(client.get("/v1/live").body()).contains("32 pages look on already");
    assertThat(client.get("/v1/cluster").statusCode()).isEqualTo(200);
    pages.get(7).close();
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    HttpResponse<InputStream> last = browser.send(look, BodyHandlers.ofInputStream());
    while (last.statusCode() != 200 && System.nanoTime() < end) {
      last.body().close();
      last = browser.send(look, BodyHandlers.ofInputStream());
    }
    assertThat(last.statusCode()).isEqualTo(200);
    last.body().close();
    for (InputStream page : pages) {
      page.close();
    }
  }
}
