package lastwords.cluster.agent;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import java.util.Optional;
import lastwords.cluster.live.MachineProtocol;
import org.junit.jupiter.api.Test;

/** How an agent's estate follows from its messages. */
final class EstateTest {
  private final TestInbox<MachineProtocol.Command> coordinator = TestInbox.create();
  private final Optional<byte[]> header = Optional.of(new byte[] {1});

  private Estate whole(int term, long version, String control) {
    return new Estate("id", term, version, header, control, Optional.empty(), coordinator.getRef());
  }

  @Test
  void aChangeOfTheVersionThatIsKeptMakesTheNextOne() {
    Estate first = whole(0, 1, "{\"a\":1,\"b\":[1]}");
    Estate second = first.next("{\"a\":1,\"b\":[1,2]}");
    assertThat(second.over(Optional.of(first))).contains(whole(0, 2, "{\"a\":1,\"b\":[1,2]}"));
  }

  @Test
  void aChangeOfAnotherVersionSaysNothing() {
    Estate change = whole(1, 1, "{\"a\":1}").next("{\"a\":2}");
    assertThat(change.over(Optional.of(whole(1, 3, "{\"a\":1}")))).isEmpty();
    assertThat(change.over(Optional.of(whole(0, 1, "{\"a\":1}")))).isEmpty();
    assertThat(change.over(Optional.empty())).isEmpty();
  }
}
