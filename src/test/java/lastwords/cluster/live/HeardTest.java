package lastwords.cluster.live;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import lastwords.cluster.live.MachineProtocol.Notice;
import lastwords.cluster.live.MachineProtocol.NoticeKind;
import org.junit.jupiter.api.Test;

/** What a coordinator remembers of the notices of parts. */
final class HeardTest {
  private final TestInbox<LivePart.Command> part = TestInbox.create();
  private final Heard heard = new Heard();

  private boolean isNew(int of, long number, long oldest) {
    return heard.isNew(
        new Notice(of, number, oldest, NoticeKind.FIRED, 0, 0, 0, 1, 0, part.getRef()));
  }

  @Test
  void aNoticeIsNewOnceInWhateverOrderTheyCome() {
    assertThat(isNew(1, 9, 5)).isTrue();
    assertThat(isNew(1, 5, 5)).isTrue();
    assertThat(isNew(1, 9, 5)).isFalse();
    assertThat(isNew(2, 9, 5)).isTrue();
    assertThat(isNew(1, 12, 12)).isTrue();
    assertThat(isNew(1, 5, 5)).isFalse(); // it came late, and twice
  }

  @Test
  void whatThePartKnowsToHaveArrivedIsForgotten() {
    for (long number = 1; number <= 100_000; number++) {
      assertThat(isNew(1, number, Math.max(1, number - 3))).isTrue();
    }
    assertThat(heard.size()).isLessThan(10);
  }
}
