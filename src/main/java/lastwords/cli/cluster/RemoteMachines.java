package lastwords.cli.cluster;

import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import lastwords.cluster.node.FaultInfo;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.RunReport;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.web.ApiClient;
import lastwords.web.ApiException;

/** The machines of a cluster, for the verbs. */
public final class RemoteMachines {
  public static final TypeReference<MachineInfo> MACHINE = new TypeReference<>() {};
  private static final TypeReference<List<MachineInfo>> MACHINES = new TypeReference<>() {};
  private static final TypeReference<RunReport> REPORT = new TypeReference<>() {};
  private static final long LOOK_MILLIS = 200;
  private static final int PATIENCE = 50; // polls without an answer: 10 s

  private final ApiClient client;

  public RemoteMachines(ApiClient client) {
    this.client = client;
  }

  public ApiClient client() {
    return client;
  }

  List<MachineInfo> all() throws IOException, InterruptedException {
    return client.get("/v1/machines", MACHINES);
  }

  /** The named machine, otherwise the only one. */
  public String named(Optional<String> name) throws IOException, InterruptedException {
    return name.isPresent() ? name.get() : only();
  }

  private String only() throws IOException, InterruptedException {
    List<String> names = all().stream().map(MachineInfo::name).toList();
    if (names.size() == 1) {
      return names.get(0);
    }
    throw new ScenarioException(
        List.of(
            names.isEmpty()
                ? "there is no machine; start one with: lastwords launch SCENARIO"
                : "which machine? There are: " + names.stream().collect(Collectors.joining(", "))));
  }

  public MachineInfo one(String id) throws IOException, InterruptedException {
    return client.get(path(id), MACHINE);
  }

  /** Sends an order to the machine. */
  public MachineInfo order(String id, String order, String json)
      throws IOException, InterruptedException {
    return client.post(path(id) + "/" + order, json, MACHINE);
  }

  /** Its path in the HTTP interface. */
  public static String path(String id) {
    return "/v1/machines/" + URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A fault and its state, in words. */
  public static String words(FaultInfo fault) {
    return "fault " + fault.id() + " is " + fault.state().word() + ": " + fault.text();
  }

  public RunReport report(String id) throws IOException, InterruptedException {
    return client.get(path(id) + "/report", REPORT);
  }

  /** Waits until it has ended. If a node does not answer, it is asked again for a while. */
  public MachineInfo awaitEnd(String id) throws IOException, InterruptedException {
    int unanswered = 0;
    while (true) {
      try {
        MachineInfo machine = one(id);
        if (machine.state().over()) {
          return machine;
        }
        unanswered = 0;
      } catch (ApiException e) {
        if (!e.unavailable() || ++unanswered > PATIENCE) {
          throw e;
        }
      }
      Thread.sleep(LOOK_MILLIS);
    }
  }
}
