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
 * A node process on this machine.
 *
 * @param name the node's name
 * @param pid its process
 * @param started when that process began, in ms since 1970: the pid alone may be another's by now
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

  /** Is it held by SIGSTOP? */
  public boolean stopped() {
    return alive() && state().equals("T");
  }

  /** Does it exist, and run? */
  public boolean running() {
    return alive() && !stopped();
  }

  /** The state that the kernel shows, a letter; empty where it shows none. */
  private String state() {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return stat.substring(stat.lastIndexOf(')') + 2, stat.lastIndexOf(')') + 3);
    } catch (IOException | StringIndexOutOfBoundsException e) {
      return "";
    }
  }

  /** Sends it STOP, CONT, TERM or KILL; nothing when it is not there. */
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
