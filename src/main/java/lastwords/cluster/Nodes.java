package lastwords.cluster;

import akka.actor.typed.ActorSystem;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigParseOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.cluster.agent.Members;
import lastwords.cluster.live.Hlc;
import lastwords.cluster.local.ClusterKeys;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.cluster.node.NodeOptions;

/** Starts nodes. */
public final class Nodes {
  private static final String SYSTEM = "lastwords";

  private Nodes() {}

  /**
   * Starts a node; it joins its cluster in the background.
   *
   * @throws NodeException REFUSED when the options or the configuration are wrong, UNAVAILABLE when
   *     the port is taken
   */
  public static ClusterNode start(NodeOptions options) {
    Config config = config(options);
    Hlc hlc = new Hlc();
    NodeLog log = NodeLog.open(options, hlc, config);
    try {
      ActorSystem<NodeGuardian.Command> system =
          ActorSystem.create(
              NodeGuardian.create(options.name(), log.events(), log::notices, hlc), SYSTEM, config);
      if (options.seedNodes().isEmpty()) {
        join(system);
      }
      return new AkkaClusterNode(system, options.name(), log.traces(system));
    } catch (RuntimeException e) {
      log.close();
      throw new NodeException(Kind.UNAVAILABLE, "the node cannot start: " + root(e).getMessage());
    }
  }

  /** Do nodes with these options require certificates? */
  public static boolean secure(NodeOptions options) {
    return config(options).getString("akka.remote.artery.transport").equals("tls-tcp");
  }

  private static void join(ActorSystem<?> system) {
    Cluster cluster = Cluster.get(system);
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
  }

  private static Throwable root(Throwable error) {
    return error.getCause() == null ? error : root(error.getCause());
  }

  private static Config config(NodeOptions options) {
    Config shipped = ConfigFactory.parseResources("lastwords/node.conf");
    Config own = ConfigFactory.parseMap(values(options), "the node's options");
    Config chosen = options.config().map(Nodes::file).orElse(ConfigFactory.empty());
    Config keys = options.keys().map(Nodes::keys).orElse(ConfigFactory.empty());
    return ConfigFactory.defaultOverrides()
        .withFallback(own)
        .withFallback(keys)
        .withFallback(chosen)
        .withFallback(shipped)
        .withFallback(ConfigFactory.defaultReferenceUnresolved())
        .resolve();
  }

  private static Config file(Path file) {
    try {
      return ConfigFactory.parseFile(
          file.toFile(), ConfigParseOptions.defaults().setAllowMissing(false));
    } catch (ConfigException e) {
      throw new NodeException(Kind.REFUSED, e.getMessage());
    }
  }

  /** All nodes share one key: whoever has it is a node, so host names are not checked. */
  private static Config keys(Path folder) {
    try {
      ClusterKeys keys = ClusterKeys.in(folder);
      Map<String, Object> engine = new LinkedHashMap<>();
      engine.put("key-store", keys.keyStore().toString());
      engine.put("key-store-password", ClusterKeys.PASSWORD);
      engine.put("key-password", ClusterKeys.PASSWORD);
      engine.put("trust-store", keys.trustStore().toString());
      engine.put("trust-store-password", ClusterKeys.PASSWORD);
      engine.put("protocol", "TLSv1.3");
      engine.put("enabled-algorithms", List.of("TLS_AES_256_GCM_SHA384", "TLS_AES_128_GCM_SHA256"));
      engine.put("require-mutual-authentication", true);
      engine.put("hostname-verification", false);
      return ConfigFactory.parseMap(
          Map.of(
              "akka.remote.artery.transport",
              "tls-tcp",
              "akka.remote.artery.ssl.config-ssl-engine",
              engine));
    } catch (IOException e) {
      throw new NodeException(Kind.REFUSED, folder + ": " + e.getMessage());
    }
  }

  private static Map<String, Object> values(NodeOptions options) {
    Map<String, Object> values = new LinkedHashMap<>();
    values.put("akka.remote.artery.canonical.hostname", options.host());
    values.put("akka.remote.artery.canonical.port", options.port());
    values.put("akka.remote.artery.advanced.test-mode", options.partitions());
    values.put("akka.cluster.roles", roles(options));
    List<String> seeds = new ArrayList<>();
    options.seedNodes().forEach(it -> seeds.add("akka://" + SYSTEM + "@" + it));
    values.put("akka.cluster.seed-nodes", seeds);
    return values;
  }

  private static List<String> roles(NodeOptions options) {
    List<String> roles = new ArrayList<>(options.roles());
    roles.add(Members.role(options.name()));
    if (!options.http().isEmpty()) {
      roles.add(MemberList.httpRole(options.http()));
    }
    return roles;
  }
}
