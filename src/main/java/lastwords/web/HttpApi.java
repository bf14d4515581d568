package lastwords.web;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import lastwords.cluster.node.ClusterNode;
import lastwords.scenario.Catalog;
import lastwords.scenario.CurrentCatalog;

/** The HTTP server of a node. It serves from its creation until it is closed. */
public final class HttpApi implements AutoCloseable {
  private static final int THREADS = 1024;
  private static final int BACKLOG = 1024;
  private static final String CONNECTIONS = "4000";

  static {
    // seconds that a client has for its request; read once, by the server's class
    property("sun.net.httpserver.maxReqTime", "10");
    property("sun.net.httpserver.idleInterval", "30");
    property("sun.net.httpserver.maxReqHeaders", "64");
    property("sun.net.httpserver.maxReqHeaderSize", "32768");
    property("sun.net.httpserver.nodelay", "true");
    // bytes of a rejected body that are read and dropped, so that the client can read the answer
    property("sun.net.httpserver.drainAmount", String.valueOf(16 << 20));
    property("jdk.httpserver.maxConnections", CONNECTIONS);
    // beyond 200 idle connections it closes further ones, although their clients may be about to
    // use them
    property("sun.net.httpserver.maxIdleConnections", CONNECTIONS);
  }

  private final HttpServer server;
  private final Workers workers;
  private final String url;

  /** Listens immediately. */
  public HttpApi(ClusterNode node, Catalog catalog, HttpOptions options) throws IOException {
    this(node, catalog, options, new Workers(THREADS, Workers.Patience.STANDARD));
  }

  HttpApi(ClusterNode node, Catalog catalog, HttpOptions options, Workers workers)
      throws IOException {
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getByName(options.host()), options.port());
    this.server = server(address, options);
    this.workers = workers;
    server.setExecutor(workers);
    server.createContext("/", new Router(routes(node, catalog), new Guard(options), workers));
    this.url = url(options, server.getAddress().getPort());
    server.start();
  }

  private static HttpServer server(InetSocketAddress address, HttpOptions options)
      throws IOException {
    if (options.tls().isEmpty()) {
      return HttpServer.create(address, BACKLOG);
    }
    HttpsServer server = HttpsServer.create(address, BACKLOG);
    server.setHttpsConfigurator(new Modern(options.tls().get()));
    return server;
  }

  /** TLS 1.2 and 1.3 only. */
  private static final class Modern extends HttpsConfigurator {
    Modern(SSLContext context) {
      super(context);
    }

    @Override
    public void configure(HttpsParameters parameters) {
      SSLParameters ours = getSSLContext().getDefaultSSLParameters();
      ours.setProtocols(new String[] {"TLSv1.3", "TLSv1.2"});
      parameters.setSSLParameters(ours);
    }
  }

  static List<Route> routes(ClusterNode node, Catalog catalog) {
    CurrentCatalog current = new CurrentCatalog(catalog);
    List<Route> routes = new ArrayList<>(new ClusterRoutes(node, current).routes());
    routes.addAll(new MachineRoutes(node, new Launches(current)).routes());
    routes.addAll(new TraceRoutes(node).routes());
    routes.addAll(new PageRoutes(node).routes());
    return routes;
  }

  /** The URL of a server with these options; its port must not be 0. */
  public static String url(HttpOptions options) {
    return url(options, options.port());
  }

  private static String url(HttpOptions options, int port) {
    String host = options.host().contains(":") ? "[" + options.host() + "]" : options.host();
    return (options.tls().isPresent() ? "https://" : "http://") + host + ":" + port;
  }

  /** Its URL: {@code http://127.0.0.1:7101}. */
  public String url() {
    return url;
  }

  /** Number of clients that were cut off because they blocked a thread for too long. */
  int cuts() {
    return workers.cuts();
  }

  private static void property(String name, String value) {
    if (System.getProperty(name) == null) {
      System.setProperty(name, value);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    workers.close();
  }
}
