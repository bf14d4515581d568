package lastwords.cluster.agent;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.ActorTestKit;
import akka.actor.testkit.typed.javadsl.TestProbe;
import akka.actor.typed.ActorRef;
import akka.actor.typed.receptionist.Receptionist;
import akka.cluster.typed.Cluster;
import akka.cluster.typed.Join;
import com.typesafe.config.ConfigFactory;
import java.time.Duration;
import lastwords.cluster.agent.NodeAgent.Adopt;
import lastwords.cluster.agent.NodeAgent.Command;
import lastwords.cluster.agent.NodeAgent.Forget;
import lastwords.cluster.agent.NodeAgent.Inquire;
import lastwords.cluster.agent.Succession.Orphan;
import lastwords.cluster.agent.Succession.Testimony;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who takes over a machine whose coordinator is gone, according to the agents. */
final class SuccessionTest {
  private static final Duration LONG = Duration.ofSeconds(60);
  private static final Duration QUIET = Duration.ofMillis(1);

  private static final ActorTestKit KIT =
      ActorTestKit.create(
          "lastwords",
          ConfigFactory.parseString(
                  "akka.remote.artery.canonical { hostname = 127.0.0.1, port = 0 }\n"
                      + "akka.loglevel = WARNING")
              .withFallback(ConfigFactory.parseResources("lastwords/node.conf"))
              .withFallback(ConfigFactory.load()));

  private final TestProbe<Command> agent = KIT.createTestProbe();
  private final ActorRef<Succession.Command> succession = KIT.spawn(Succession.create());

  @BeforeAll
  static void join() {
    Cluster cluster = Cluster.get(KIT.system());
    cluster.manager().tell(Join.create(cluster.selfMember().address()));
  }

  @BeforeEach
  void register() {
    KIT.system().receptionist().tell(Receptionist.register(NodeAgent.KEY, agent.getRef()));
  }

  @AfterEach
  void stop() {
    KIT.stop(succession);
    agent.stop();
  }

  @AfterAll
  static void end() {
    KIT.shutdownTestKit();
  }

  /** Reports an orphan until the succession knows its agents and asks. */
  private void inquired(String machine) {
    Inquire[] inquiry = new Inquire[1];
    agent.awaitAssert(
        LONG,
        () -> {
          succession.tell(new Orphan(machine));
          inquiry[0] = agent.expectMessageClass(Inquire.class, Duration.ofMillis(300));
          return null;
        });
    assertThat(inquiry[0].machine()).isEqualTo(machine);
  }

  private void testify(boolean removed, boolean orphan, int term) {
    succession.tell(new Testimony("m", removed, orphan, term, 1, agent.getRef()));
  }

  /** The next message that is not a question. */
  private Command told() {
    Command message = agent.receiveMessage(LONG);
    while (message instanceof Inquire) {
      message = agent.receiveMessage(LONG);
    }
    return message;
  }

  @Test
  void theAgentOfItsNodeGetsASuccessorFromWhatItKeeps() {
    inquired("m");
    testify(false, true, 0);
    assertThat(told()).isEqualTo(new Adopt("m"));
  }

  @Test
  void whatWasRemovedIsForgottenAndHasNoSuccessor() {
    inquired("m");
    testify(true, false, -1);
    assertThat(told()).isEqualTo(new Forget("m"));
  }

  @Test
  void whatHasACoordinatorByNowGetsNoOther() {
    inquired("m");
    testify(false, false, 1);
    inquired("m"); // so that question was decided
    agent.expectNoMessage(QUIET);
    testify(false, true, 1);
    assertThat(told()).isEqualTo(new Adopt("m"));
  }
}
