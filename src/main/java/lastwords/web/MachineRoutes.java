package lastwords.web;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.MachineOrder;

/** Machines and their faults. */
final class MachineRoutes {
  private static final int SMALL_BYTES = 1 << 16;
  private static final int MOST_STEPS = 1_000_000;
  private static final int MOST_CPUS = 64;
  private static final int MOST_RUNNING = 64;
  private static final int MOST_KEPT = 1000;
  private static final int MOST_UPLOADS = 3;
  private static final int CREATED = 201;
  private static final String MACHINES = "/v1/machines";
  private static final String MACHINE = MACHINES + "/{id}";

  private final ClusterNode node;
  private final Launches launches;

  /** Limits large requests, which are held in memory. */
  private final RequestLimit uploads = new RequestLimit(MOST_UPLOADS);

  /** Compiling a kernel takes memory: one at a time. */
  private final RequestLimit compiling = new RequestLimit(1);

  MachineRoutes(ClusterNode node, Launches launches) {
    this.node = node;
    this.launches = launches;
  }

  List<Route> routes() {
    List<Route> all = new ArrayList<>(routesOfTheirOwn());
    for (MachineOrder order : MachineOrder.values()) {
      all.add(Route.of("POST", MACHINE + "/" + order.word(), call -> order(call, order)));
    }
    return all;
  }

  private List<Route> routesOfTheirOwn() {
    return List.of(
        Route.of(
            "GET",
            "/v1/scenarios/{name}",
            call -> call.answer(launches.described(call.path("name")))),
        Route.of("GET", MACHINES, call -> call.answer(node.machines())),
        Route.of("POST", MACHINES, this::launch),
        Route.of("GET", MACHINE, call -> call.answer(node.machine(call.path("id")))),
        Route.of("DELETE", MACHINE, this::remove),
        Route.of("POST", MACHINE + "/step", this::step),
        Route.of("GET", MACHINE + "/parts", call -> call.answer(node.parts(call.path("id")))),
        Route.of("GET", MACHINE + "/report", call -> call.answer(node.report(call.path("id")))),
        Route.of("GET", MACHINE + "/faults", call -> call.answer(node.faults(call.path("id")))),
        Route.of("POST", MACHINE + "/faults", this::inject),
        Route.of("DELETE", MACHINE + "/faults/{fault}", this::withdraw));
  }

  private void order(Call call, MachineOrder order) throws IOException {
    call.json(SMALL_BYTES).end();
    call.answer(node.order(call.path("id"), order));
  }

  private void launch(Call call) throws IOException {
    checkRoom();
    MachineInfo launched =
        call.isLargerThan(SMALL_BYTES) ? uploads.pass(() -> launched(call)) : launched(call);
    call.answer(CREATED, ApiJson.text(launched));
  }

  private MachineInfo launched(Call call) throws IOException {
    String body = call.body(Launches.MOST_BYTES, List.of("application/json"));
    return node.launch(compiling.pass(() -> launches.read(Call.fields(body))));
  }

  private void checkRoom() {
    List<MachineInfo> machines = node.machines();
    long running = machines.stream().filter(it -> !it.state().over()).count();
    if (running >= MOST_RUNNING || machines.size() >= MOST_KEPT) {
      throw new HttpError(
          HttpError.CONFLICT,
          running + " machines run and " + machines.size() + " are kept: remove some first");
    }
  }

  private void remove(Call call) throws IOException {
    node.remove(call.path("id"));
    call.done();
  }

  private void step(Call call) throws IOException {
    Fields fields = call.json(SMALL_BYTES);
    int cpu = (int) fields.integer("cpu", 0, 0, MOST_CPUS - 1);
    int steps = (int) fields.integer("steps", 1, 1, MOST_STEPS);
    fields.end();
    call.answer(node.step(call.path("id"), cpu, steps));
  }

  /** A fault as text, or in a JSON object. */
  private void inject(Call call) throws IOException {
    String body = call.body(SMALL_BYTES, List.of("text/plain", "application/json"));
    String text = body;
    if (call.isJson()) {
      Fields fields = Call.fields(body);
      text = fields.text("fault", "");
      fields.end();
    }
    if (text.isBlank()) {
      throw HttpError.bad("expected a fault: drop = ipi, to = 1");
    }
    call.answer(CREATED, ApiJson.text(node.inject(call.path("id"), text.strip())));
  }

  private void withdraw(Call call) throws IOException {
    call.answer(node.withdraw(call.path("id"), call.number("fault")));
  }
}
