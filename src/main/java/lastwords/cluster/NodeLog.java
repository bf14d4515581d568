package lastwords.cluster;

import akka.Done;
import akka.actor.CoordinatedShutdown;
import akka.actor.typed.ActorSystem;
import com.typesafe.config.Config;
import com.typesafe.config.ConfigException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import lastwords.cluster.live.Hlc;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeException.Kind;
import lastwords.cluster.node.NodeOptions;
import lastwords.cluster.node.RecordingChunk;
import lastwords.cluster.node.TraceChunk;
import lastwords.cluster.node.TraceNotice;
import lastwords.cluster.spool.EventLog;
import lastwords.cluster.spool.Spool;
import lastwords.cluster.spool.TraceHealth;
import lastwords.cluster.trace.CollectedTraces;
import lastwords.engine.RunResult;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A node's spool, and its access to the traces of all nodes. */
final class NodeLog implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(NodeLog.class);
  private static final Duration PATIENCE = Duration.ofSeconds(30); // a collector may be moving
  private static final Duration LAST_WORDS = Duration.ofSeconds(3); // to ship before leaving

  private final NodeOptions options;
  private final Hlc hlc;
  private final Spool spool;
  private final TraceHealth health;

  private NodeLog(NodeOptions options, Hlc hlc, Spool spool, TraceHealth health) {
    this.options = options;
    this.hlc = hlc;
    this.spool = spool;
    this.health = health;
  }

  /**
   * Opens the node's spool.
   *
   * @param config the node's, with {@code lastwords.spool}
   */
  static NodeLog open(NodeOptions options, Hlc hlc, Config config) {
    Path folder = options.data().resolve("spool");
    TraceHealth health = new TraceHealth();
    try {
      Spool spool = Spool.open(folder, options.name(), settings(config), health, hlc::next);
      return new NodeLog(options, hlc, spool, health);
    } catch (IOException e) {
      throw new NodeException(Kind.REFUSED, "cannot open the node's spool: " + e.getMessage());
    }
  }

  private static Spool.Settings settings(Config config) {
    try {
      Config spool = config.getConfig("lastwords.spool");
      return new Spool.Settings(spool.getBytes("max-bytes"), sync(spool));
    } catch (ConfigException e) {
      throw new NodeException(Kind.REFUSED, e.getMessage());
    }
  }

  private static Spool.Sync sync(Config spool) {
    String word = spool.getString("sync");
    return switch (word) {
      case "never" -> Spool.Sync.NEVER;
      case "batch" -> Spool.Sync.BATCH;
      default ->
          throw new ConfigException.BadValue(
              spool.getValue("sync").origin(),
              "lastwords.spool.sync",
              "expected never or batch, not '" + word + "'");
    };
  }

  /** Notices about the node's spool, and about the collector if it is here. */
  List<TraceNotice> notices() {
    return health.notices(options.name());
  }

  EventLog events() {
    return new LoggedEvents(spool);
  }

  Traces traces(ActorSystem<?> system) {
    CollectedTraces collected =
        CollectedTraces.start(
            system,
            options.name(),
            spool,
            health,
            hlc::tick,
            options.data().resolve("collector"),
            PATIENCE);
    CoordinatedShutdown.get(system)
        .addTask(
            CoordinatedShutdown.PhaseBeforeServiceUnbind(),
            "ship-the-spool",
            () -> CompletableFuture.supplyAsync(() -> drained(collected)));
    return new OfNode(collected);
  }

  private static Done drained(CollectedTraces collected) {
    try {
      if (!collected.drain(LAST_WORDS)) {
        LOG.warn("the node leaves before all of its records were collected");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return Done.getInstance();
  }

  @Override
  public void close() {
    try {
      spool.close();
    } catch (IOException e) {
      LOG.warn("cannot close the spool", e);
    }
  }

  /** Access through the cluster's collector, until the node ends. */
  private final class OfNode implements Traces {
    private final CollectedTraces collected;

    OfNode(CollectedTraces collected) {
      this.collected = collected;
    }

    @Override
    public String collector() {
      return collected.collector();
    }

    @Override
    public RecordingChunk recording(String id, long offset, int maxBytes) {
      return collected.recording(id, offset, maxBytes);
    }

    @Override
    public TraceChunk trace(String id, long cursor, int maxEvents) {
      return collected.trace(id, cursor, maxEvents);
    }

    @Override
    public String missing(String id) {
      return collected.missing(id);
    }

    @Override
    public boolean settled(String id) {
      return collected.settled(id);
    }

    @Override
    public List<MachineInfo> machines() {
      return collected.machines();
    }

    @Override
    public Optional<RunResult> result(String id) {
      return collected.result(id);
    }

    @Override
    public void remove(String id) {
      collected.remove(id);
    }

    @Override
    public void close() {
      NodeLog.this.close();
    }
  }
}
