package lastwords.cluster.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * How a node is started.
 *
 * @param name its name, unique in the cluster
 * @param host the address that it listens on and is known by
 * @param port its port for other nodes; 0: any free one
 * @param seedNodes HOST:PORT of nodes to join, which may include itself; empty: it forms a cluster
 * @param roles its roles
 * @param data the folder for its trace and recordings
 * @param http address of its HTTP interface, for others; empty if it has none
 * @param partitions whether its network can be cut for experiments; costs speed
 * @param config HOCON that overrides the node's configuration: TLS between nodes, for example
 * @param keys folder with the key of the cluster's nodes
 */
public record NodeOptions(
    String name,
    String host,
    int port,
    List<String> seedNodes,
    List<String> roles,
    Path data,
    String http,
    boolean partitions,
    Optional<Path> config,
    Optional<Path> keys) {
  public NodeOptions {
    seedNodes = List.copyOf(seedNodes);
    roles = List.copyOf(roles);
  }

  /** Without a key. */
  public NodeOptions(
      String name,
      String host,
      int port,
      List<String> seedNodes,
      List<String> roles,
      Path data,
      String http,
      boolean partitions,
      Optional<Path> config) {
    this(name, host, port, seedNodes, roles, data, http, partitions, config, Optional.empty());
  }
}
