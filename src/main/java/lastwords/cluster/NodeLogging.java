package lastwords.cluster;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.core.joran.spi.JoranException;
import java.nio.file.Files;
import java.nio.file.Path;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import org.slf4j.LoggerFactory;

/** Sets up this process's log as a node's: one structured, rotating file, by a logback file. */
public final class NodeLogging {
  private NodeLogging() {}

  /**
   * Configures logging from a file, which may use {@code lastwords.node} and {@code
   * lastwords.log.dir}. Does nothing if there is no such file.
   *
   * @param configuration a logback file
   * @param folder for the log
   * @param node its name
   */
  public static void start(Path configuration, Path folder, String node) {
    boolean logback = LoggerFactory.getILoggerFactory() instanceof LoggerContext;
    if (!logback || !Files.exists(configuration)) {
      return;
    }
    LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
    context.reset();
    context.putProperty("lastwords.node", node);
    context.putProperty("lastwords.log.dir", folder.toString());
    JoranConfigurator configurator = new JoranConfigurator();
    configurator.setContext(context);
    try {
      configurator.doConfigure(configuration.toFile());
    } catch (JoranException e) {
      throw new NodeException(Kind.REFUSED, configuration + ": " + e.getMessage());
    }
  }
}
