package lastwords.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import lastwords.cluster.node.ClusterStatus;
import lastwords.cluster.node.FaultInfo;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.MemberInfo;
import lastwords.cluster.node.PartInfo;
import lastwords.cluster.node.RunReport;
import lastwords.cluster.node.TraceNotice;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The HTTP interface, on a node without actors. */
final class HttpApiTest {
  private static final Catalog CATALOG = Catalog.standard();
  private static final String LAUNCH = "{\"scenario\":\"logbuf-scenario-2\",\"name\":\"demo\"}";
  private static final String PAUSED =
      "{\"scenario\":\"logbuf-scenario-2\",\"name\":\"demo\",\"paused\":true}";

  private static final Map<String, Class<? extends Record>> RECORDS =
      Map.of(
          "Cluster", ClusterStatus.class,
          "Member", MemberInfo.class,
          "TraceNotice", TraceNotice.class,
          "Machine", MachineInfo.class,
          "Part", PartInfo.class,
          "Fault", FaultInfo.class,
          "Report", RunReport.class,
          "Scenario", Launches.Shipped.class);

  private FakeClusterNode node;
  private HttpApi api;
  private Client client;

  @BeforeEach
  void start() throws IOException {
    node = new FakeClusterNode();
    api = new HttpApi(node, CATALOG, HttpOptions.loopback(0));
    client = new Client(api.url());
  }

  @AfterEach
  void stop() {
    api.close();
  }

  private static <T> T read(HttpResponse<String> answer, TypeReference<T> type)
      throws JsonProcessingException {
    return ApiJson.read(answer.body(), type);
  }

  private static String error(HttpResponse<String> answer) throws JsonProcessingException {
    JsonNode json = read(answer, new TypeReference<JsonNode>() {});
    assertThat(json.get("status").intValue()).isEqualTo(answer.statusCode());
    return json.get("error").textValue();
  }

  @Test
  void aShippedScenarioIsLaunchedAndReported() throws JsonProcessingException {
    HttpResponse<String> launched = client.post("/v1/machines", LAUNCH);
    assertThat(launched.statusCode()).as(launched.body()).isEqualTo(201);
    MachineInfo machine = read(launched, new TypeReference<MachineInfo>() {});
    assertThat(machine.name()).isEqualTo("demo");
    assertThat(machine.id()).isEqualTo("demo-id");
    assertThat(machine.outcome()).startsWith("hang at cpu0:logbuf_lock in kmsg_dump");
    RunReport report =
        read(client.get("/v1/machines/demo/report"), new TypeReference<RunReport>() {});
    assertThat(report).isEqualTo(node.report("demo"));
  }

  @Test
  void aBundleIsLaunchedAsItIs() throws JsonProcessingException {
    Bundle bundle = Bundle.of(CATALOG.scenario("logbuf-scenario-2").cases().get(1));
    HttpResponse<String> launched =
        client.post("/v1/machines", "{\"bundle\":" + bundle.toJson() + ",\"clock\":\"lock-step\"}");
    assertThat(launched.statusCode()).as(launched.body()).isEqualTo(201);
    assertThat(read(launched, new TypeReference<MachineInfo>() {}).variant())
        .isEqualTo(bundle.variant());
  }

  @Test
  void whatIsSetChangesTheMachine() {
    HttpResponse<String> launched =
        client.post(
            "/v1/machines",
            "{\"scenario\":\"logbuf-scenario-2\",\"kernel\":\"5.2+panic-lock-safe\","
                + "\"set\":{\"panic_timeout\":10,\"machine.cpus\":3}}");
    assertThat(launched.statusCode()).as(launched.body()).isEqualTo(201);
    assertThat(launched.body()).contains("5.2+panic-lock-safe");
  }

  @Test
  void faultsAreInjectedListedAndWithdrawn() throws JsonProcessingException {
    client.post("/v1/machines", PAUSED);
    String faults = "/v1/machines/demo/faults";
    HttpResponse<String> injected =
        client.send("POST", faults, "drop = ipi, to = 1", "Content-Type", "text/plain");
    assertThat(injected.statusCode()).as(injected.body()).isEqualTo(201);
    FaultInfo fault = read(injected, new TypeReference<FaultInfo>() {});
    assertThat(read(client.get(faults), new TypeReference<List<FaultInfo>>() {}))
        .containsExactly(fault);
    HttpResponse<String> withdrawn = client.send("DELETE", faults + "/" + fault.id(), "");
    assertThat(read(withdrawn, new TypeReference<FaultInfo>() {}).state())
        .isEqualTo(FaultInfo.State.WITHDRAWN);
    HttpResponse<String> wrong = client.post(faults, "{\"fault\":\"drop = ipl\"}");
    assertThat(wrong.statusCode()).isEqualTo(400);
    assertThat(error(wrong)).contains("ipl");
  }

  @Test
  void aPausedMachineGoesOnWhenItIsResumed() throws JsonProcessingException {
    client.post("/v1/machines", PAUSED);
    assertThat(client.get("/v1/machines/demo/report").statusCode()).isEqualTo(409);
    assertThat(client.post("/v1/machines/demo/step", "{\"cpu\":1,\"steps\":5}").statusCode())
        .isEqualTo(200);
    assertThat(client.post("/v1/machines/demo/resume", "").statusCode()).isEqualTo(200);
    HttpResponse<String> again = client.post("/v1/machines/demo/resume", "");
    assertThat(again.statusCode()).isEqualTo(409);
    assertThat(error(again)).isEqualTo("demo has ended");
  }

  @Test
  void theTraceComesInEveryFormat() {
    client.post("/v1/machines", LAUNCH);
    String trace = "/v1/machines/demo/trace";
    String all = client.get(trace).body();
    assertThat(all.lines()).hasSize(node.trace("demo", 0, 1 << 20).events().size());
    assertThat(client.get(trace + "?follow=true").body()).isEqualTo(all);
    assertThat(client.get(trace + "?cpu=1").body().lines())
        .isEqualTo(all.lines().filter(line -> line.contains("\"cpu\":1,")).toList())
        .isNotEmpty();
    assertThat(client.get(trace + "?format=columns").body()).contains("| cpu1");
    assertThat(client.get(trace + "?format=columns&follow=true").body()).contains("| cpu1");
    assertThat(client.get(trace + "?format=ftrace").body()).startsWith("# tracer: nop");
    assertThat(client.get(trace + "?since=999999999999").body()).isEmpty();
    assertThat(client.get(trace + "?level=story").body().lines())
        .hasSizeLessThan(100)
        .anyMatch(line -> line.contains("\"kind\":\"panic\""));
    assertThat(client.get(trace + "?level=story&format=columns").body()).contains(" panics ");
  }

  @Test
  void theTraceComesAsEventsThatGoOnAfterABreak() {
    client.post("/v1/machines", LAUNCH);
    HttpResponse<String> events =
        client.get("/v1/machines/demo/trace", "Accept", "text/event-stream");
    assertThat(events.headers().firstValue("Content-Type")).contains("text/event-stream");
    assertThat(events.body())
        .contains("id: 0\ndata: {\"seq\":0,")
        .endsWith("event: end\ndata: {}\n\n");
    HttpResponse<String> rest =
        client.get("/v1/machines/demo/trace", "Accept", "text/event-stream", "Last-Event-ID", "7");
    assertThat(rest.body()).doesNotContain("id: 7\n").contains("id: 8\n");
  }

  @Test
  void theRecordingComesWhole() {
    client.post("/v1/machines", LAUNCH);
    assertThat(client.get("/v1/machines/demo/recording").body())
        .isEqualTo("demo was here\n".repeat(FakeClusterNode.RECORDED_LINES));
  }

  @Test
  void machinesAreListedAndRemoved() throws JsonProcessingException {
    client.post("/v1/machines", LAUNCH);
    assertThat(client.post("/v1/machines", LAUNCH).statusCode()).isEqualTo(409);
    assertThat(read(client.get("/v1/machines"), new TypeReference<List<MachineInfo>>() {}))
        .extracting(MachineInfo::name)
        .containsExactly("demo");
    assertThat(client.send("DELETE", "/v1/machines/demo", "").statusCode()).isEqualTo(204);
    assertThat(client.get("/v1/machines/demo").statusCode()).isEqualTo(404);
    assertThat(client.get("/v1/machines/demo/trace").statusCode()).isEqualTo(404);
  }

  @Test
  void theNetworkIsCutByTheTransport() {
    String cut = "{\"from\":\"a\",\"to\":\"b\",\"cut\":true}";
    assertThat(client.post("/v1/partitions", cut).statusCode()).isEqualTo(204);
    assertThat(node.cuts()).containsExactly("cut a b");
  }

  @Test
  void aNodeThatLeavesIsNotHealthy() {
    assertThat(client.get("/healthz").statusCode()).isEqualTo(200);
    node.leaving();
    assertThat(client.get("/healthz").statusCode()).isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          GET    | /nowhere                      | 404 | no such path; see /openapi.json
          GET    | /v1/machines/                 | 404 | no machine ''
          DELETE | /v1/cluster                   | 405 | only GET
          PUT    | /v1/machines                  | 405 | only GET, POST
          GET    | /v1/machines/none             | 404 | no machine 'none'
          POST   | /v1/machines/none/pause       | 404 | no machine 'none'
          GET    | /v1/machines/none/trace?cpus=1 | 400 | unknown ?cpus; did you mean 'cpu'?
          GET    | /v1/machines/none/trace?cpu=x | 400 | ?cpu=x: expected numbers separated by commas
          GET    | /v1/machines/none/trace?level=story&follow=true | 400 | a story needs the whole run: leave out ?level or ?follow
          GET    | /v1/machines/none/trace?level=story&format=ftrace | 400 | ftrace text has every step: leave out ?level=story
          GET    | /v1/machines/none/trace?format=column | 400 | ?format=column: none of jsonl, columns, ftrace; did you mean 'columns'?
          GET    | /v1/cluster?x=%zz             | 400 | unknown ?x
          DELETE | /v1/machines/none/faults/one  | 404 | 'one' is not a number
          """)
  void whatIsAskedWrongIsTold(String method, String path, int status, String message)
      throws JsonProcessingException {
    HttpResponse<String> answer = client.send(method, path.replace("%zz", ""), "");
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(error(answer)).isEqualTo(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          {"scenario":"logbuf-scenario-9"}                     | scenario: no 'logbuf-scenario-9' is shipped; did you mean 'logbuf-scenario-1'?
          {"scenario":"/etc/passwd"}                           | scenario: no '/etc/passwd' is shipped
          {"scenario":"logbuf-scenario-2","kernel":"5.2+./x.c"} | kernel: no './x.c' is shipped
          {"scenario":"logbuf-scenario-2","set":{"sources":"[/etc/passwd]"}} | set.sources: cannot be set in this request; send a bundle
          {"scenario":"logbuf-scenario-2","set":{"a":"x, include file(y)"}} | set.a: cannot be set in this request; send a bundle
          {"scenario":"logbuf-scenario-2","variant":"patch"}   | scenario logbuf-scenario-2 has no variant 'patch'; did you mean 'patched'?
          {"scenario":"logbuf-scenario-2","clock":"lockstep"}  | clock: 'lockstep' is none of live, lock-step; did you mean 'lock-step'?
          {"scenario":"logbuf-scenario-2","sed":1}             | unknown member 'sed'; did you mean 'seed'?
          {"scenario":"logbuf-scenario-2","seed":1.5}          | seed: expected a whole number from -9223372036854775808 to 9223372036854775807, found 1.5
          {"scenario":"logbuf-scenario-2","speed":0}           | speed: expected a number from 1.0E-9 to 1000000.0, found 0
          {"scenario":"logbuf-scenario-2","name":"../x"}       | name: expected up to 64 letters, digits, '.', '_', '-'
          {}                                                   | expected either scenario (the name of a shipped one) or bundle
          []                                                   | the body is not a JSON object
          """)
  void whatCannotBeLaunchedIsToldWhy(String json, String message) throws JsonProcessingException {
    HttpResponse<String> answer = client.post("/v1/machines", json);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(error(answer)).isEqualTo(message);
  }

  @Test
  void badJsonIsToldWithItsPlace() throws JsonProcessingException {
    assertThat(error(client.post("/v1/machines", "{\n  \"scenario\": oops}")))
        .startsWith("the body is not JSON, line 2, column ");
    assertThat(error(client.post("/v1/machines", "{\"a\":".repeat(1000))))
        .startsWith("the body is not JSON: Document nesting depth");
  }

  @Test
  void anotherMediaTypeIsRefused() throws JsonProcessingException {
    HttpResponse<String> answer =
        client.send("POST", "/v1/machines", LAUNCH, "Content-Type", "text/plain");
    assertThat(answer.statusCode()).isEqualTo(415);
    assertThat(error(answer)).contains("expected application/json");
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws JsonProcessingException {
    HttpResponse<String> huge = client.post("/v1/partitions", " ".repeat(1 << 17));
    assertThat(huge.statusCode()).isEqualTo(413);
    assertThat(error(huge)).contains("larger than 65536 bytes");
  }

  @Test
  void webPagesOfOthersAreNotAnswered() {
    assertThat(client.get("/v1/cluster", "Origin", "http://evil.example").statusCode())
        .isEqualTo(403);
    assertThat(client.get("/v1/cluster", "Origin", "null").statusCode()).isEqualTo(403);
    assertThat(client.get("/v1/cluster", "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(403);
    assertThat(client.get("/v1/cluster", "Origin", api.url()).statusCode()).isEqualTo(200);
  }

  @Test
  void everyRouteIsDescribed() throws JsonProcessingException {
    HttpResponse<String> description = client.get("/openapi.json");
    JsonNode paths = read(description, new TypeReference<JsonNode>() {}).get("paths");
    List<String> described = new ArrayList<>();
    for (java.util.Map.Entry<String, JsonNode> path : paths.properties()) {
      path.getValue()
          .fieldNames()
          .forEachRemaining(
              method -> described.add(method.toUpperCase(Locale.ROOT) + " " + path.getKey()));
    }
    List<String> served =
        HttpApi.routes(node, CATALOG).stream()
            .map(route -> route.method() + " " + route.pattern())
            .toList();
    assertThat(described).containsExactlyInAnyOrderElementsOf(served);
  }

  @Test
  void recordsHaveTheFieldsThatAreDescribed() throws IOException {
    JsonNode schemas =
        ApiJson.read(ClusterRoutes.description(), new TypeReference<JsonNode>() {})
            .at("/components/schemas");
    RECORDS.forEach(
        (name, type) ->
            assertThat(schemas.get(name).get("properties").fieldNames())
                .as(name)
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(
                    Arrays.stream(type.getRecordComponents())
                        .map(RecordComponent::getName)
                        .toList()));
  }

  @Test
  void everyQueryAndReferenceOfTheDescriptionIsRight() throws IOException {
    String text = ClusterRoutes.description();
    JsonNode root = ApiJson.read(text, new TypeReference<JsonNode>() {});
    for (Route route : HttpApi.routes(node, CATALOG)) {
      JsonNode operation =
          root.at("/paths").get(route.pattern()).get(route.method().toLowerCase(Locale.ROOT));
      List<String> query = new ArrayList<>();
      operation
          .path("parameters")
          .forEach(
              it -> {
                if (it.get("in").textValue().equals("query")) {
                  query.add(it.get("name").textValue());
                }
              });
      assertThat(query).as(route.pattern()).containsExactlyInAnyOrderElementsOf(route.query());
    }
    root.findValuesAsText("$ref")
        .forEach(ref -> assertThat(root.at(ref.substring(1)).isMissingNode()).as(ref).isFalse());
  }
}
