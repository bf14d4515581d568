package lastwords.cli.cluster;

import java.io.IOException;
import lastwords.cli.console.Output;
import lastwords.cli.console.Table;
import lastwords.web.ApiClient;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options common to all verbs that query a cluster: which one, and how to print the answer. */
public final class RemoteOptions {
  @Mixin private OnOptions on;

  @Option(names = "--json", description = "prints JSON instead of text")
  private boolean json;

  ApiClient client() throws IOException {
    return on.client();
  }

  public RemoteMachines machines() throws IOException {
    return new RemoteMachines(client());
  }

  public boolean json() {
    return json;
  }

  /** Prints an answer as a JSON document of this kind, or in these words. */
  public void print(Output output, String kind, Object answer, String words) {
    output.out().println(json ? ClusterJson.of(kind, answer) : words);
  }

  /** Prints an answer as a JSON document of this kind, or as this table. */
  public void print(Output output, String kind, Object answer, Table table) {
    if (json) {
      output.out().println(ClusterJson.of(kind, answer));
    } else {
      table.print(output);
    }
  }
}
