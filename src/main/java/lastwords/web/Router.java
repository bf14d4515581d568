package lastwords.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import lastwords.cluster.node.NodeException;
import lastwords.kernelc.source.NearestName;
import lastwords.scenario.hocon.ScenarioException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds the route of each request, and turns errors into a status and a reason. */
final class Router implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(Router.class);
  private static final String HEALTH = "/healthz";

  private final List<Route> routes;
  private final Guard guard;
  private final Workers workers;

  Router(List<Route> routes, Guard guard, Workers workers) {
    this.routes = List.copyOf(routes);
    this.guard = guard;
    this.workers = workers;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    Call bare = new Call(exchange, Map.of(), Map.of(), workers);
    try {
      workers.startWork();
      URI target = exchange.getRequestURI();
      boolean health = HEALTH.equals(target.getPath());
      boolean open = health || PageRoutes.isOpen(target);
      guard.check(target, exchange.getRequestHeaders(), open);
      if (!health) {
        workers.checkRoom();
      }
      route(exchange, bare);
    } catch (HttpError e) {
      refuse(bare, e.status(), e.getMessage());
    } catch (ScenarioException e) {
      refuse(bare, HttpError.BAD_REQUEST, e.getMessage());
    } catch (NodeException e) {
      refuse(bare, status(e.kind()), e.getMessage());
    } catch (IOException e) {
      LOG.debug("the client has gone: {}", e.getMessage());
    } catch (RuntimeException | StackOverflowError e) {
      LOG.error("{} {} failed", exchange.getRequestMethod(), exchange.getRequestURI(), e);
      refuse(bare, HttpError.OURS, "internal error: " + e);
    } finally {
      bare.close();
    }
  }

  private static int status(NodeException.Kind kind) {
    return switch (kind) {
      case NOT_FOUND -> HttpError.NOT_FOUND;
      case REFUSED -> HttpError.BAD_REQUEST;
      case CONFLICT -> HttpError.CONFLICT;
      case UNAVAILABLE -> HttpError.UNAVAILABLE;
    };
  }

  /** An answer that has been started cannot be taken back: then the connection just ends. */
  private static void refuse(Call call, int status, String message) {
    try {
      call.answer(status, ApiJson.error(status, message));
    } catch (IOException e) {
      LOG.debug("the client has gone: {}", e.getMessage());
    }
  }

  private void route(HttpExchange exchange, Call bare) throws IOException {
    List<String> segments = segments(exchange.getRequestURI().getRawPath());
    List<Route> there = routes.stream().filter(route -> route.match(segments).isPresent()).toList();
    if (there.isEmpty()) {
      throw new HttpError(HttpError.NOT_FOUND, "no such path; see /openapi.json");
    }
    String method = exchange.getRequestMethod();
    Route route =
        there.stream()
            .filter(it -> it.method().equals(method))
            .findFirst()
            .orElseThrow(() -> notAllowed(bare, there));
    Map<String, String> query = query(exchange.getRequestURI().getRawQuery(), route);
    route.handler().handle(new Call(exchange, route.match(segments).orElseThrow(), query, workers));
  }

  private static HttpError notAllowed(Call bare, List<Route> there) {
    String methods =
        there.stream().map(Route::method).collect(Collectors.toCollection(TreeSet::new)).stream()
            .collect(Collectors.joining(", "));
    bare.allow(methods);
    return new HttpError(HttpError.METHOD_NOT_ALLOWED, "only " + methods);
  }

  private static List<String> segments(String path) {
    List<String> segments = new ArrayList<>();
    for (String segment : path.substring(Math.min(1, path.length())).split("/", -1)) {
      segments.add(decoded(segment.replace("+", "%2B")));
    }
    return segments;
  }

  private static Map<String, String> query(String raw, Route route) {
    Map<String, String> query = new TreeMap<>();
    for (String pair : raw == null || raw.isEmpty() ? new String[0] : raw.split("&")) {
      int equals = pair.indexOf('=');
      String name = decoded(equals < 0 ? pair : pair.substring(0, equals));
      if (!route.query().contains(name)) {
        throw HttpError.bad("unknown ?" + name + NearestName.hint(name, route.query()));
      }
      if (query.put(name, equals < 0 ? "true" : decoded(pair.substring(equals + 1))) != null) {
        throw HttpError.bad("more than one ?" + name);
      }
    }
    return query;
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw HttpError.bad("'" + text + "' is not encoded as URLs are");
    }
  }
}
