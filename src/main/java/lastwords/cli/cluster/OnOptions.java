package lastwords.cli.cluster;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import lastwords.cluster.local.LocalCluster;
import lastwords.cluster.local.LocalNode;
import lastwords.scenario.hocon.ScenarioException;
import lastwords.web.ApiClient;
import lastwords.web.HttpOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * The cluster that a verb works on: the one whose node has the given URL, otherwise the local one.
 */
public final class OnOptions {
  @Option(
      names = "--on",
      paramLabel = "URL",
      description = "HTTP address of one of its nodes; default: the local cluster")
  private Optional<String> url = Optional.empty();

  @Mixin private LocalClusterOption local;

  @Option(
      names = "--token-file",
      paramLabel = "F",
      description = "file with the token for the node")
  private Optional<Path> token = Optional.empty();

  @Option(
      names = "--trust",
      paramLabel = "F",
      description =
          "PKCS 12 keystore with the certificate of an https node; its password is in"
              + " LASTWORDS_KEYSTORE_PASSWORD")
  private Optional<Path> trust = Optional.empty();

  Path folder() {
    return local.folder();
  }

  /** The local cluster, in whatever state its nodes are. */
  LocalCluster local() throws IOException {
    return local.cluster();
  }

  /** Is it a remote node? */
  boolean elsewhere() {
    return url.isPresent();
  }

  /** A client for the named node, otherwise for the first local one that runs. */
  public ApiClient client() throws IOException {
    return client(url.isPresent() ? checked(url.get()) : first(local()).url());
  }

  private static LocalNode first(LocalCluster cluster) {
    return cluster.nodes().stream()
        .filter(LocalNode::running)
        .findFirst()
        .orElseThrow(
            () ->
                new ScenarioException(
                    List.of(
                        "no node of the local cluster is running; clean up with: lastwords"
                            + " cluster down")));
  }

  public ApiClient client(String node) throws IOException {
    Optional<String> shown =
        token.isPresent() ? Optional.of(HttpOptions.token(token.get())) : Optional.empty();
    Optional<SSLContext> tls =
        trust.isPresent()
            ? Optional.of(HttpOptions.trust(trust.get(), Passwords.ofKeystore()))
            : Optional.empty();
    return new ApiClient(node, shown, tls);
  }

  private static String checked(String text) {
    String full = text.contains("://") ? text : "http://" + text;
    try {
      URI uri = URI.create(full);
      boolean web = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
      if (web && uri.getHost() != null && uri.getPath().matches("/?")) {
        return full;
      }
    } catch (IllegalArgumentException e) {
      throw wrong(text);
    }
    throw wrong(text);
  }

  private static ScenarioException wrong(String text) {
    return new ScenarioException(
        List.of("--on " + text + ": expected a URL such as http://127.0.0.1:7101"));
  }
}
