package lastwords.web;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.ClusterStatus;
import lastwords.cluster.node.MemberInfo;
import lastwords.scenario.CurrentCatalog;
import lastwords.scenario.fault.FaultReader;

/** The cluster as a whole, and this interface itself. */
final class ClusterRoutes {
  private static final int SMALL_BYTES = 1 << 16;
  private static final String DESCRIPTION = "openapi.json";

  private final ClusterNode node;
  private final CurrentCatalog catalog;

  ClusterRoutes(ClusterNode node, CurrentCatalog catalog) {
    this.node = node;
    this.catalog = catalog;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/healthz", this::health),
        Route.of("GET", "/openapi.json", this::description),
        Route.of("GET", "/v1/cluster", call -> call.answer(node.status())),
        Route.of("GET", "/v1/scenarios", call -> call.answer(catalog.get().scenarios())),
        Route.of("GET", "/v1/faults", call -> call.answer(FaultReader.examples())),
        Route.of("POST", "/v1/partitions", this::partition));
  }

  /** For tools that start and stop nodes: is this node a healthy member? */
  private void health(Call call) throws IOException {
    ClusterStatus status = node.status();
    String self =
        status.members().stream()
            .filter(MemberInfo::self)
            .map(MemberInfo::status)
            .findFirst()
            .orElse("removed");
    boolean up = self.equals("up") || self.equals("weakly-up");
    String json = ApiJson.text(new TreeMap<>(Map.of("node", status.self(), "status", self)));
    call.answer(up ? 200 : HttpError.UNAVAILABLE, json);
  }

  private void description(Call call) throws IOException {
    call.answer(200, description());
  }

  static String description() throws IOException {
    try (InputStream in = ClusterRoutes.class.getResourceAsStream(DESCRIPTION)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }
  }

  private void partition(Call call) throws IOException {
    Fields fields = call.json(SMALL_BYTES);
    String from = fields.text("from", "");
    String to = fields.text("to", "");
    boolean cut = fields.truth("cut");
    fields.end();
    if (from.isEmpty() || to.isEmpty()) {
      throw HttpError.bad("from and to must name two nodes");
    }
    node.partition(from, to, cut);
    call.done();
  }
}
