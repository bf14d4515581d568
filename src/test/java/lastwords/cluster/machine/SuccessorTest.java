package lastwords.cluster.machine;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.Behavior;
import akka.actor.typed.receptionist.Receptionist;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.cluster.agent.Control;
import lastwords.cluster.agent.Estate;
import lastwords.cluster.agent.HostedMachine;
import lastwords.cluster.agent.NodeAgent;
import lastwords.cluster.agent.NodeAgent.Command;
import lastwords.cluster.agent.NodeAgent.Forget;
import lastwords.cluster.agent.NodeAgent.Host;
import lastwords.cluster.agent.NodeAgent.Keep;
import lastwords.cluster.agent.NodeAgent.Release;
import lastwords.cluster.live.MachineProtocol;
import lastwords.cluster.live.MachineProtocol.Do;
import lastwords.cluster.live.MachineProtocol.NotHosted;
import lastwords.cluster.live.MachineProtocol.Said;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.MachineInfo.State;
import lastwords.cluster.spool.EventLog;
import lastwords.engine.recording.RunFooter;
import lastwords.engine.recording.RunHeader;
import lastwords.engine.recording.RunTexts;
import lastwords.json.Json;
import lastwords.scenario.Bundle;
import lastwords.scenario.Catalog;
import lastwords.trace.TraceRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A coordinator that continues what another one has left. */
final class SuccessorTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Bundle BUNDLE =
      Bundle.of(Catalog.standard().scenario("logbuf-scenario-2").cases().get(0));
  private static final EventLog NOWHERE =
      new EventLog() {
        @Override
        public void append(String machine, TraceRecord record) {}

        @Override
        public void header(String machine, RunHeader header) {}

        @Override
        public void footer(String machine, RunFooter footer) {}
      };

  private static final ActorTestKit KIT =
      ActorTestKit.create(
          "lastwords",
          ConfigFactory.parseString(
                  "akka.remote.artery.canonical { hostname = 127.0.0.1, port = 0 }\n"
                      + "akka.cluster.roles = [ name.node-a ]\nakka.loglevel = WARNING")
              .withFallback(ConfigFactory.parseResources("lastwords/node.conf"))
              .withFallback(ConfigFactory.load()));
  private static final TestProbe<Command> AGENT = KIT.createTestProbe();

  private final TestProbe<Said> user = KIT.createTestProbe();

  @BeforeAll
  static void join() {
    Cluster cluster = Cluster.get(KIT.system());
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
    KIT.system().receptionist().tell(Receptionist.register(NodeAgent.KEY, AGENT.getRef()));
  }

  @AfterAll
  static void end() {
    KIT.shutdownTestKit();
  }

  /** Of a machine all of whose parts live on this node. */
  private static Estate estate(State state, Clock clock, String node) {
    SortedMap<Integer, String> places = new TreeMap<>();
    SortedMap<Integer, Integer> origins = new TreeMap<>();
    int parts = HostedMachine.booted(BUNDLE.setup()).wiring().parts();
    for (int part = 0; part < parts; part++) {
      places.put(part, node);
      origins.put(part, 1);
    }
    RunHeader header = new RunHeader("id", "m", BUNDLE, places, origins, clock.word(), 1, 1);
    MachineInfo info =
        new MachineInfo(
            "id", "m", "s", "v", "k", "h", clock, state, "node-x", 1, 1, 7, "", places, List.of());
    Control control =
        new Control(info, 0, 0, List.of(), List.of("noted"), Optional.empty(), 0, Optional.empty());
    byte[] packed = RunTexts.pack(header);
    ActorRef<MachineProtocol.Command> before = KIT.system().ignoreRef();
    return new Estate("id", 3, 9, Optional.of(packed), Json.of(control), Optional.empty(), before);
  }

  private static ActorRef<MachineProtocol.Command> succeed(Estate estate) {
    Behavior<MachineProtocol.Command> successor = Coordination.succeed(estate, "node-a", NOWHERE);
    return KIT.spawn(successor, Coordination.dispatcher());
  }

  /** The next message of a kind to the agent. */
  private static <T extends Command> T next(Class<T> kind) {
    Command message = AGENT.receiveMessage(LONG);
    while (!kind.isInstance(message)) {
      message = AGENT.receiveMessage(LONG);
    }
    return kind.cast(message);
  }

  private MachineInfo info(ActorRef<MachineProtocol.Command> successor) {
    successor.tell(new Do("info", "", 0, 0, user.getRef()));
    return Json.read(user.receiveMessage(LONG).json(), MachineInfo.class);
  }

  private void remove(ActorRef<MachineProtocol.Command> successor) {
    successor.tell(new Do("remove", "", 0, 0, user.getRef()));
    user.receiveMessage(LONG);
    assertThat(next(Forget.class)).isEqualTo(new Forget("id"));
    AGENT.expectTerminated(successor, LONG);
  }

  @Test
  void aSuccessorIsKeptInTheNextTermAndAsksForThePartsThatAreLeft() {
    ActorRef<MachineProtocol.Command> successor =
        succeed(estate(State.PAUSED, Clock.LIVE, "node-a"));
    Estate kept = next(Keep.class).estate();
    assertThat(kept.term()).isEqualTo(4);
    assertThat(kept.coordinator()).isEqualTo(successor);
    assertThat(kept.read().notes())
        .containsExactly(
            "noted", "node-x, which controlled the machine, is gone; node-a took over");
    Host host = next(Host.class);
    assertThat(host.term()).isEqualTo(4); // so that nothing is created again
    assertThat(info(successor).state()).isEqualTo(State.PAUSED);
    assertThat(info(successor).nanos()).isEqualTo(7);
    successor.tell(new NotHosted(host.origin(), "their process has ended"));
    assertThat(info(successor).state()).isEqualTo(State.FAILED);
    assertThat(info(successor).outcome()).isEqualTo("no part is left: their process has ended");
    remove(successor);
  }

  @Test
  void ofNodesThatAreGoneNothingIsLeft() {
    ActorRef<MachineProtocol.Command> successor =
        succeed(estate(State.RUNNING, Clock.LIVE, "node-x"));
    user.awaitAssert(
        LONG,
        () -> {
          assertThat(info(successor).state()).isEqualTo(State.FAILED);
          return null;
        });
    assertThat(info(successor).outcome()).startsWith("no part is left: node-x is gone");
    remove(successor);
  }

  @Test
  void whatWasBeingStartedHasFailedAndItsPartsAreNotKept() {
    ActorRef<MachineProtocol.Command> successor =
        succeed(estate(State.BOOTING, Clock.LIVE, "node-a"));
    assertThat(next(Release.class)).isEqualTo(new Release("id"));
    assertThat(info(successor).outcome()).isEqualTo("node-x was lost while starting the machine");
    remove(successor);
  }

  @Test
  void aRunInLockStepIsVoid() {
    ActorRef<MachineProtocol.Command> successor =
        succeed(estate(State.RUNNING, Clock.LOCK_STEP, "node-a"));
    assertThat(next(Release.class)).isEqualTo(new Release("id"));
    assertThat(info(successor).outcome())
        .isEqualTo("the run is void: node-x, which ran the engine, is gone");
    remove(successor);
  }
}
