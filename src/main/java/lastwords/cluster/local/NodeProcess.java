package lastwords.cluster.local;

import java.io.File;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The command that starts a node in a process of its own. */
public final class NodeProcess {
  private static final int FIRST_WITH_WARNING = 24;
  private static final List<String> JVM =
      List.of(
          "-XX:+UseSerialGC",
          "-XX:TieredStopAtLevel=1",
          "-Xmx256m",
          "-Xlog:disable",
          // half a node is worse than none
          "-XX:+ExitOnOutOfMemoryError");
  private static final List<String> INHERITED =
      List.of(
          "-Xshare",
          "-XX:SharedArchiveFile",
          "-Dlastwords.home",
          "-Dlastwords.images",
          "-Dlogback.");

  /** Sets the umask: Java has no way to do that. */
  private static final List<String> PRIVATE =
      List.of("/bin/sh", "-c", "umask 077 && exec \"$@\"", "sh");

  private static final String DETACHED = "/usr/bin/setsid";

  private NodeProcess() {}

  /** The command: the same Java, class path and class archive as this process. */
  public static List<String> command(List<String> arguments) {
    List<String> command = new ArrayList<>();
    command.add(System.getProperty("java.home") + "/bin/java");
    command.addAll(JVM);
    if (Runtime.version().feature() >= FIRST_WITH_WARNING) {
      command.add("--sun-misc-unsafe-memory-access=allow");
    }
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(it -> INHERITED.stream().anyMatch(it::startsWith))
        .forEach(command::add);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), "lastwords.cli.Main"));
    command.addAll(arguments);
    return command;
  }

  /**
   * Starts it so that neither Ctrl-C nor the end of the terminal reaches it.
   *
   * @param log takes its output
   */
  static LocalNode detached(String name, int port, String url, List<String> arguments, Path log)
      throws IOException {
    List<String> command = new ArrayList<>();
    if (Files.isExecutable(Path.of(DETACHED))) {
      command.add(DETACHED);
    }
    command.addAll(PRIVATE);
    command.addAll(command(arguments));
    PrivateFiles.file(log);
    Process process =
        new ProcessBuilder(command)
            .redirectInput(new File("/dev/null"))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
            .start();
    long started = process.toHandle().info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    return new LocalNode(name, process.pid(), started, port, url);
  }
}
