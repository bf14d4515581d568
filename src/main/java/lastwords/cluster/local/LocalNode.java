package lastwords.cluster.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import lastwords.scenario.hocon.ScenarioException;

/**
 * A node process on this host.
 *
 * @param name the node's name
 * @param pid its process id
 * @param started start time of that process, in ms since 1970, since pids are reused
 * @param port its port for other nodes
 * @param url its HTTP interface
 */
public record LocalNode(String name, long pid, long started, int port, String url) {
  private static final long SIGNAL_SECONDS = 10;

  /** The process, unless it has ended. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(it -> it.info().startInstant().map(Instant::toEpochMilli).orElse(0L) == started);
  }

  /** Does the process exist, stopped or not? */
  public boolean alive() {
    return process().isPresent();
  }

  /** Is it stopped by SIGSTOP? */
  public boolean stopped() {
    return alive() && state().equals("T");
  }

  /** Does it exist, and run? */
  public boolean running() {
    return alive() && !stopped();
  }

  /** The process state letter in /proc; empty where there is none. */
  private String state() {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    } catch (IOException | StringIndexOutOfBoundsException e) {
      return "";
    }
  }

  /** Sends it STOP, CONT, TERM or KILL; does nothing if it does not exist. */
  public void signal(String signal) throws IOException {
    if (!alive()) {
      return;
    }
    List<String> command = List.of("kill", "-" + signal, Long.toString(pid));
    Process kill = new ProcessBuilder(command).redirectErrorStream(true).start();
    try {
      boolean done = kill.waitFor(SIGNAL_SECONDS, TimeUnit.SECONDS);
      // It may have ended in between.
      if (!done || kill.exitValue() != 0 && alive()) {
        throw new ScenarioException(List.of("cannot send SIG" + signal + " to process " + pid));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Waits until it has ended. */
  public boolean awaitEnd(long millis) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (alive() && System.nanoTime() < deadline) {
      Thread.sleep(20);
    }
    return !alive();
  }
}
