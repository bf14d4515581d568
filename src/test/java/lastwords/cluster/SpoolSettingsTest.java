package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A node's settings for its spool are checked before it starts. */
final class SpoolSettingsTest {
  @TempDir private Path folder;

  private void refused(String config, String... says) throws IOException {
    Path file = Files.writeString(folder.resolve("node.conf"), config);
    NodeOptions options =
        new NodeOptions(
            "n", "127.0.0.1", 0, List.of(), List.of(), folder, "", false, Optional.of(file));
    assertThatThrownBy(() -> Nodes.start(options))
        .isInstanceOf(NodeException.class)
        .hasMessageContainingAll(says);
  }

  @Test
  void anUnknownWordIsToldWithItsLine() throws IOException {
    refused(
        "# mine\nlastwords.spool.sync = sometimes",
        "node.conf: 2",
        "expected never or batch, not 'sometimes'");
    refused("lastwords.spool.max-bytes = much", "node.conf: 1", "max-bytes");
  }
}
