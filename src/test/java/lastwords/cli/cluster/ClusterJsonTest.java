package lastwords.cli.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import lastwords.cli.Cli;
import lastwords.cli.JsonSchemas;
import lastwords.cluster.node.TraceNotice;
import lastwords.cluster.node.TraceNotice.Kind;
import lastwords.scenario.Catalog;
import lastwords.web.FakeClusterNode;
import lastwords.web.HttpApi;
import lastwords.web.HttpOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The output of cluster verbs with --json conforms to its published schema. */
public final class ClusterJsonTest {
  /** The life of a machine: the kind of each answer, and the line that requests it. */
  public static final List<String> LINES =
      List.of(
          "machine launch logbuf-scenario-2 --name demo --paused",
          "ps ps",
          "cluster cluster status",
          "parts parts demo",
          "fault inject drop=ipi",
          "faults faults demo",
          "fault withdraw demo 0",
          "machine step demo",
          "machine resume demo",
          "run outcome demo",
          "run launch logbuf-scenario-3 --name other --wait",
          "ps ps",
          "trace trace demo",
          "fetch fetch demo TMP/demo.recording",
          "partition partition node-1 node-2",
          "partition heal node-1 node-2",
          "remove remove demo other");

  @TempDir private Path folder;

  @Test
  void everyAnswerIsAsItsSchemaSays() throws IOException {
    FakeClusterNode node = new FakeClusterNode();
    node.traces(new TraceNotice("node-2", Kind.LOST, "demo-id", 3, "3 records of demo-id lost"));
    try (HttpApi api = new HttpApi(node, Catalog.standard(), HttpOptions.loopback(0))) {
      for (String line : LINES) {
        String[] kindAndWords = line.replace("TMP", folder.toString()).split(" ", 2);
        List<String> words = new ArrayList<>(Arrays.asList(kindAndWords[1].split(" ")));
        words.addAll(List.of("--json", "--on", api.url()));
        answered(kindAndWords[0], Cli.run(words));
      }
    }
  }

  private static void answered(String kind, Cli done) throws IOException {
    assertThat(done.err()).isEmpty();
    if (!kind.equals("trace")) {
      JsonSchemas.valid(kind, done.out());
      return;
    }
    assertThat(done.out().lines()).hasSizeGreaterThan(100);
    for (String line : done.out().lines().toList()) {
      JsonSchemas.validLine(line);
    }
  }
}
