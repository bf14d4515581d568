package lastwords.cluster.machine;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lastwords.cluster.agent.Control;
import lastwords.cluster.agent.Estate;
import lastwords.cluster.agent.NodeAgent;
import lastwords.cluster.agent.NodeAgent.Keep;
import lastwords.cluster.live.MachineProtocol.Command;
import lastwords.cluster.live.MachineProtocol.Kept;
import lastwords.cluster.node.Clock;
import lastwords.cluster.node.MachineInfo;
import lastwords.cluster.node.MachineInfo.State;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Agents are told only the changes since they last stored something, otherwise everything. */
final class KeepingTest {
  private static final byte[] HEADER = new byte[1000];

  private final TestInbox<Command> self = TestInbox.create();
  private final TestInbox<NodeAgent.Command> agent = TestInbox.create();
  private final List<String> notes = new ArrayList<>();
  private final Keeping keeping = new Keeping(self.getRef(), "id", 0, () -> HEADER, this::control);

  private Control control() {
    MachineInfo info =
        new MachineInfo(
            "id",
            "m",
            "s",
            "v",
            "k",
            "h",
            Clock.LIVE,
            State.RUNNING,
            "n",
            1,
            1,
            7,
            "",
            new TreeMap<>(),
            List.of());
    return new Control(info, 0, 0, List.of(), notes, Optional.empty(), 0, Optional.empty());
  }

  @BeforeEach
  void anAgent() {
    keeping.found(Map.of("node", agent.getRef()), Map.of("node", agent.getRef()));
  }

  private Estate change(String note) {
    notes.add(note);
    keeping.change();
    return told();
  }

  private Estate told() {
    List<NodeAgent.Command> all = agent.getAllReceived();
    return ((Keep) all.get(all.size() - 1)).estate();
  }

  @Test
  void whoKeepsAVersionIsToldWhatHasChangedSince() {
    for (int i = 0; i < 100; i++) {
      notes.add("a note of some length that was there before, number " + i);
    }
    Estate whole = change("first");
    assertThat(whole.header()).contains(HEADER);
    assertThat(whole.base()).isEmpty();
    keeping.take(new Kept("node", whole.version()));
    Estate next = change("second");
    assertThat(next.header()).isEmpty();
    assertThat(next.base()).contains(whole.version());
    assertThat(next.control()).contains("second").doesNotContain("first").hasSizeLessThan(100);
  }

  @Test
  void whoLacksTheVersionBeforeIsToldAllOfIt() {
    keeping.take(new Kept("node", change("first").version()));
    change("second");
    keeping.take(new Kept("node", -1));
    Estate whole = told();
    assertThat(whole.header()).contains(HEADER);
    assertThat(whole.read().notes()).containsExactly("first", "second");
  }

  @Test
  void whatWasNotAnsweredIsToldAgainAsAWhole() {
    keeping.take(new Kept("node", change("first").version()));
    change("second");
    keeping.repeat();
    assertThat(told().read().notes()).containsExactly("first", "second");
  }
}
