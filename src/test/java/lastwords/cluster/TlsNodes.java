package lastwords.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.NodeOptions;
import lastwords.web.Keystores;

/** Nodes in this process configured by config/artery-mtls.conf, with one key for all of them. */
final class TlsNodes {
  private final Path folder;
  private final Path keystore;
  private final Path truststore;
  private final Path config;

  TlsNodes(Path folder) throws IOException {
    this.folder = folder;
    this.keystore = Keystores.create(folder, "node");
    this.truststore = Keystores.trusting(folder, keystore, "node");
    this.config =
        Files.writeString(
            folder.resolve("tls.conf"),
            "include file(\""
                + Path.of("config/artery-mtls.conf").toAbsolutePath()
                + "\")\nlastwords.tls { key-store = \""
                + keystore
                + "\", trust-store = \""
                + truststore
                + "\", password = \""
                + Keystores.PASSWORD
                + "\" }\n");
  }

  Path keystore() {
    return keystore;
  }

  Path truststore() {
    return truststore;
  }

  ClusterNode start(String name, List<String> seeds) {
    return Nodes.start(
        new NodeOptions(
            name,
            "127.0.0.1",
            0,
            seeds,
            List.of(),
            folder.resolve(name),
            "",
            false,
            Optional.of(config)));
  }
}
