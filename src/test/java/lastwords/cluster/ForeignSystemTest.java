package lastwords.cluster;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import akka.actor.AbstractActor;
import akka.actor.ActorIdentity;
import akka.actor.ActorRef;
import akka.actor.ActorSelection;
import akka.actor.ActorSystem;
import akka.actor.AddressFromURIString;
import akka.actor.Deploy;
import akka.actor.Identify;
import akka.actor.Kill;
import akka.actor.PoisonPill;
import akka.actor.Props;
import akka.pattern.Patterns;
import akka.remote.RemoteScope;
import akka.remote.RemoteWatcher;
import akka.testkit.javadsl.TestKit;
import com.typesafe.config.ConfigFactory;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.cluster.local.ClusterKeys;
import lastwords.cluster.node.ClusterNode;
import lastwords.cluster.node.NodeException;
import lastwords.cluster.node.NodeOptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A program that is not a node talks to a node's port, under the name of the nodes' actor system.
 */
class ForeignSystemTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir private Path folder;

  private ClusterNode node(Optional<Path> keys) {
    return node("node-a", List.of(), keys);
  }

  private ClusterNode node(String name, List<String> seeds, Optional<Path> keys) {
    return node(name, seeds, keys, Optional.empty());
  }

  private ClusterNode node(
      String name, List<String> seeds, Optional<Path> keys, Optional<Path> config) {
    return Nodes.start(
        new NodeOptions(
            name, "127.0.0.1", 0, seeds, List.of(), folder.resolve(name), "", false, config, keys));
  }

  private static ActorSystem foreign() {
    return ActorSystem.create(
        "lastwords",
        ConfigFactory.parseString(
                """
                akka {
                  loglevel = OFF
                  stdout-loglevel = OFF
                  actor { provider = remote, allow-java-serialization = on
                    warn-about-java-serializer-usage = off }
                  remote.use-unsafe-remote-features-outside-cluster = on
                  remote.warn-unsafe-watch-outside-cluster = off
                  remote.artery { transport = tcp, canonical { hostname = 127.0.0.1, port = 0 } }
                  coordinated-shutdown.exit-jvm = off
                }
                """)
            .withFallback(ConfigFactory.load()));
  }

  private static ActorRef identified(ActorSelection selection, Duration patience) throws Exception {
    Object answer = Patterns.ask(selection, new Identify(1), patience).toCompletableFuture().get();
    return ((ActorIdentity) answer).getActorRef().orElseThrow();
  }

  /** Records all messages that it gets. */
  public static final class Intruder extends AbstractActor {
    @Override
    public Receive createReceive() {
      return receiveBuilder().matchAny(it -> getSender().tell(it, getSelf())).build();
    }
  }

  @Test
  void nobodyDeploysActorsAtANode() throws Exception {
    try (ClusterNode node = node(Optional.empty())) {
      ActorSystem foreign = foreign();
      try {
        String root = node.address();
        Deploy there = new Deploy(new RemoteScope(AddressFromURIString.parse(root)));
        ActorRef deployed = foreign.actorOf(Props.create(Intruder.class).withDeploy(there));
        // follows it on the same connection
        identified(foreign.actorSelection(root + "/system/cluster/core/daemon"), PATIENCE);
        assertThatThrownBy(
                () ->
                    Patterns.ask(deployed, "anybody there?", Duration.ofSeconds(2))
                        .toCompletableFuture()
                        .get())
            .isInstanceOf(Exception.class);
        TestCluster.await(() -> node.status().members().size() == 1);
        assertThat(node.machines()).isEmpty();
      } finally {
        TestKit.shutdownActorSystem(foreign);
      }
    }
  }

  /** Even if no key is required. */
  @Test
  void nobodyEndsActorsOfANode() throws Exception {
    try (ClusterNode node = node(Optional.empty())) {
      ActorSystem foreign = foreign();
      try {
        ActorSelection guardian = foreign.actorSelection(node.address() + "/user");
        ActorRef known = identified(guardian, PATIENCE);
        guardian.tell(PoisonPill.getInstance(), ActorRef.noSender());
        guardian.tell(Kill.getInstance(), ActorRef.noSender());
        known.tell(PoisonPill.getInstance(), ActorRef.noSender());
        known.tell(Kill.getInstance(), ActorRef.noSender());
        assertThat(identified(guardian, PATIENCE)).isEqualTo(known);
        foreign.stop(known);
        ActorSelection watcher = foreign.actorSelection(node.address() + "/system/remote-watcher");
        Object after = RemoteWatcher.Heartbeat$.MODULE$; // follows it on the same connection
        Patterns.ask(watcher, after, PATIENCE).toCompletableFuture().get();
        assertThat(identified(guardian, PATIENCE)).isEqualTo(known);
        assertThat(node.machines()).isEmpty();
      } finally {
        TestKit.shutdownActorSystem(foreign);
      }
    }
  }

  @Test
  void withoutTheKeyNobodyIsHeard() throws Exception {
    Path keys = folder.resolve("keys");
    ClusterKeys.create(keys);
    try (ClusterNode node = node(Optional.of(keys))) {
      ActorSystem foreign = foreign();
      try {
        ActorSelection daemon =
            foreign.actorSelection(node.address() + "/system/cluster/core/daemon");
        foreign
            .actorSelection(node.address() + "/user")
            .tell(PoisonPill.getInstance(), ActorRef.noSender());
        assertThatThrownBy(() -> identified(daemon, Duration.ofSeconds(3)))
            .isInstanceOf(Exception.class);
        assertThat(node.machines()).isEmpty();
      } finally {
        TestKit.shutdownActorSystem(foreign);
      }
    }
  }

  private static Socket connect(ClusterNode node) throws IOException {
    int port = Integer.parseInt(node.address().replaceFirst(".*:", ""));
    Socket socket = new Socket("127.0.0.1", port);
    socket.setSoTimeout((int) PATIENCE.toMillis());
    return socket;
  }

  @Test
  void idleConnectionsLeaveRoomForANode() throws Exception {
    Path keys = folder.resolve("keys");
    ClusterKeys.create(keys);
    List<Socket> idle = new ArrayList<>();
    try (ClusterNode one = node("node-a", List.of(), Optional.of(keys))) {
      for (int i = 0; i < 300; i++) {
        idle.add(connect(one));
      }
      List<String> seeds = List.of(one.address().replaceFirst(".*@", ""));
      try (ClusterNode two = node("node-b", seeds, Optional.of(keys))) {
        TestCluster.await(() -> two.status().members().size() == 2);
      }
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  private static boolean isClosed(Socket socket) {
    try {
      socket.setSoTimeout(1);
      return socket.getInputStream().read() < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  private static long closed(List<Socket> sockets) {
    return sockets.stream().filter(ForeignSystemTest::isClosed).count();
  }

  private ClusterNode guarded(String name, List<String> seeds, Path keys, String settings)
      throws IOException {
    Path config = Files.writeString(folder.resolve(name + ".conf"), settings);
    return node(name, seeds, Optional.of(keys), Optional.of(config));
  }

  @Test
  void connectionsThatShowNoKeyAreClosedWhenThereAreTooMany() throws Exception {
    Path keys = folder.resolve("keys");
    ClusterKeys.create(keys);
    String few = "lastwords.handshakes { at-once = 16, time = 1 h }";
    List<Socket> idle = new ArrayList<>();
    try (ClusterNode one = guarded("node-a", List.of(), keys, few)) {
      for (int i = 0; i < 100; i++) {
        idle.add(connect(one));
      }
      TestCluster.await(() -> closed(idle) == 84);
      List<String> seeds = List.of(one.address().replaceFirst(".*@", ""));
      try (ClusterNode two = guarded("node-b", seeds, keys, few)) {
        TestCluster.await(() -> TestCluster.up(one, 2) && TestCluster.up(two, 2));
        for (int i = 0; i < 100; i++) {
          idle.add(connect(one));
        }
        TestCluster.await(() -> closed(idle) == 184);
        assertThat(TestCluster.up(two, 2)).as("who has shown a key is no longer counted").isTrue();
      }
    } finally {
      for (Socket socket : idle) {
        socket.close();
      }
    }
  }

  @Test
  void connectionsThatShowNoKeyAreClosedAfterAWhile() throws Exception {
    Path keys = folder.resolve("keys");
    ClusterKeys.create(keys);
    String brief = "lastwords.handshakes.time = 200 ms";
    try (ClusterNode node = guarded("node-a", List.of(), keys, brief);
        Socket idle = connect(node)) {
      TestCluster.await(() -> isClosed(idle));
    }
  }

  /** Artery's own frame: a stream of messages, the first of which claims to have 2 GiB. */
  @Test
  void withoutTheKeyNoFrameIsWaitedFor() throws Exception {
    Path keys = folder.resolve("keys");
    ClusterKeys.create(keys);
    byte[] frame = {'A', 'K', 'K', 'A', 2, -1, -1, -1, 0x7f};
    try (ClusterNode node = node(Optional.of(keys));
        Socket socket = connect(node)) {
      socket.getOutputStream().write(frame);
      socket.getOutputStream().flush();
      byte[] answer = socket.getInputStream().readAllBytes();
      assertThat(answer.length).as("an alert at most, then the end").isLessThan(100);
    }
  }

  @Test
  void aKeyThatOthersCanReadIsNoKey() throws IOException {
    Path keys = folder.resolve("keys");
    ClusterKeys made = ClusterKeys.create(keys);
    assertThat(made.keyStore().toFile().setReadable(true, false)).isTrue();
    assertThatThrownBy(() -> node(Optional.of(keys)))
        .hasMessageContaining("is readable by others; expected mode 600");
    assertThatThrownBy(() -> ClusterKeys.create(keys)).hasMessageContaining("already a key");
    assertThatThrownBy(() -> node(Optional.of(folder)))
        .isNotInstanceOf(NodeException.class)
        .hasMessageContaining("does not contain node.p12");
  }
}
