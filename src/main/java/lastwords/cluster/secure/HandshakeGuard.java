package lastwords.cluster.secure;

import akka.actor.ActorCell;
import akka.actor.ActorContext;
import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.actor.PoisonPill;
import akka.remote.artery.tcp.ConfigSSLEngineProvider;
import com.typesafe.config.Config;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Objects;
import javax.net.ssl.SSLEngine;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import scala.jdk.javaapi.CollectionConverters;

/**
 * TLS for the port between nodes. Artery keeps connections for ever, whether or not they complete a
 * handshake. This class limits the number and the age of connections without a completed handshake:
 * when there is one too many, the oldest is closed, since a node takes only a moment.
 */
public final class HandshakeGuard extends ConfigSSLEngineProvider {
  private static final Logger LOG = LoggerFactory.getLogger(HandshakeGuard.class);
  private static final String NOT_YET = "SSL_NULL_WITH_NULL_NULL";
  private static final long QUIET_NANOS = Duration.ofMinutes(1).toNanos();

  private final ActorSystem system;
  private final int most;
  private final Duration time;
  private final Deque<Handshake> pending = new ArrayDeque<>();
  private long closed;
  private long lastSaid = System.nanoTime() - QUIET_NANOS;

  /** Created by Akka, from its system's settings. */
  public HandshakeGuard(ActorSystem system) {
    super(system);
    Config settings = system.settings().config().getConfig("lastwords.handshakes");
    this.system = system;
    this.most = settings.getInt("at-once");
    this.time = settings.getDuration("time");
  }

  /** A connection and the actor that encrypts it. */
  private record Handshake(SSLEngine engine, ActorRef actor) {
    boolean over() {
      return engine.isInboundDone()
          || engine.isOutboundDone()
          || !engine.getSession().getCipherSuite().equals(NOT_YET);
    }

    /** Ends the connection's actor early, and with it the connection. */
    void close() {
      actor.tell(PoisonPill.getInstance(), ActorRef.noSender());
    }
  }

  @Override
  public SSLEngine createServerSSLEngine(String hostname, int port) {
    SSLEngine engine = super.createServerSSLEngine(hostname, port);
    Handshake begun = new Handshake(engine, caller());
    admit(begun);
    system.scheduler().scheduleOnce(time, () -> expire(begun), system.dispatcher());
    return engine;
  }

  /** Akka creates the engine while it creates that actor; there is no other way to find it. */
  private static ActorRef caller() {
    return CollectionConverters.asJava(ActorCell.contextStack().get()).stream()
        .filter(Objects::nonNull)
        .map(ActorContext::self)
        .findFirst()
        .orElseThrow();
  }

  private synchronized void admit(Handshake begun) {
    pending.removeIf(Handshake::over);
    if (pending.size() >= most) {
      close(pending.removeFirst());
    }
    pending.add(begun);
  }

  private synchronized void expire(Handshake begun) {
    if (pending.remove(begun) && !begun.over()) {
      close(begun);
    }
  }

  private void close(Handshake handshake) {
    handshake.close();
    closed++;
    long now = System.nanoTime();
    if (now - lastSaid >= QUIET_NANOS) {
      lastSaid = now;
      LOG.warn(
          "closing connections that do not authenticate within {} s, or when there are more than {}:"
              + " {} so far",
          time.toSeconds(),
          most,
          closed);
    }
  }
}
