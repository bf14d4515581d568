package lastwords.web;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import lastwords.cluster.node.ClusterNode;
import lastwords.web.live.LiveStream;
import lastwords.web.page.PageFiles;
import lastwords.web.trace.MachinePage;

/** The pages for browsers: the live cluster, and machines that have ended. */
final class PageRoutes {
  private static final int MOST_VIEWERS = 32;
  private static final String DATA = "run.json";

  private final ClusterNode node;
  private final Semaphore viewers = new Semaphore(MOST_VIEWERS);

  /** Creating a page takes memory: one at a time. */
  private final RequestLimit making = new RequestLimit(1);

  PageRoutes(ClusterNode node) {
    this.node = node;
  }

  List<Route> routes() {
    return List.of(
        Route.of("GET", "/", call -> file(call, "live.html")),
        Route.of("GET", "/page/{file}", call -> file(call, call.path("file"))),
        Route.of("GET", "/machines/{id}/{file}", this::machine),
        new Route("GET", "/v1/live", List.of("machine"), this::live));
  }

  /**
   * Files are the same for everyone and contain no secrets; browsers request them without a token.
   */
  static boolean isOpen(URI target) {
    String path = Objects.requireNonNullElse(target.getPath(), "");
    boolean file = path.matches("/page/[^/]*|/machines/[^/]*/[^/]*");
    return path.equals("/") || file && !path.endsWith("/" + DATA);
  }

  private void machine(Call call) throws IOException {
    String file = call.path("file");
    if (file.equals(DATA)) {
      String id = call.path("id");
      call.answer(200, making.pass(() -> MachinePage.of(node, id).json()));
    } else if (file.isEmpty()) {
      call.answerPage(PageFiles.type("index.html"), PageFiles.pageOfRun());
    } else {
      file(call, file);
    }
  }

  private static void file(Call call, String name) throws IOException {
    byte[] bytes =
        PageFiles.read(name)
            .orElseThrow(
                () -> new HttpError(HttpError.NOT_FOUND, "no such path; see /openapi.json"));
    call.answerPage(PageFiles.type(name), bytes);
  }

  private void live(Call call) throws IOException {
    if (!viewers.tryAcquire()) {
      throw new HttpError(HttpError.UNAVAILABLE, MOST_VIEWERS + " pages look on already");
    }
    try {
      Optional<String> machine = Optional.of(call.query("machine", "")).filter(it -> !it.isEmpty());
      machine.ifPresent(node::machine);
      new LiveStream(node, machine, ApiJson::text).run(call.stream("text/event-stream"));
    } finally {
      viewers.release();
    }
  }
}
