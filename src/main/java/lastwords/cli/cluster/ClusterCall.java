package lastwords.cli.cluster;

import java.io.IOException;
import java.util.concurrent.Callable;
import lastwords.cli.console.ExitCode;
import lastwords.cli.console.Interrupt;

/** A verb that queries a cluster: Ctrl-C ends the query. */
public abstract class ClusterCall implements Callable<Integer> {
  /** Runs it; returns the exit code. */
  public abstract int run() throws IOException, InterruptedException;

  @Override
  public final Integer call() throws IOException {
    try (Interrupt interrupt = new Interrupt()) {
      try {
        int code = run();
        return interrupt.requested() ? ExitCode.INTERRUPTED : code;
      } catch (InterruptedException e) {
        interrupt.requested();
        return ExitCode.INTERRUPTED;
      } catch (IOException e) {
        if (interrupt.requested()) {
          return ExitCode.INTERRUPTED; // while an answer was being read
        }
        throw e;
      }
    }
  }
}
