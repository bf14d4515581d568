package lastwords.cluster.live;

import static org.assertj.core.api.Assertions.assertThat;

import akka.actor.testkit.typed.javadsl.TestInbox;
import java.util.List;
import lastwords.cluster.live.MachineProtocol.Notice;
import lastwords.cluster.live.MachineProtocol.NoticeKind;
import org.junit.jupiter.api.Test;

/** A part's list of sent notices stays short, and a successor learns what counts. */
final class NoticesTest {
  private static final int MANY = 10_000;

  private final Notices notices = new Notices();
  private final TestInbox<LivePart.Command> self = TestInbox.create();
  private long number;

  private void tell(NoticeKind kind, long a, long b, long c) {
    number++;
    notices.add(new Notice(0, number, 0, kind, a, b, c, 1, number, self.getRef()));
    notices.acknowledged(number);
  }

  private List<Notice> again() {
    notices.again();
    return notices.open();
  }

  @Test
  void lostInterruptsAreToldOneByOneAtFirstAndThenCounted() {
    for (int i = 0; i < MANY; i++) {
      tell(NoticeKind.DROPPED, 1, 2L << 32 | 7, 0);
      tell(NoticeKind.FIRED, 8, 0, 0);
    }
    assertThat(notices.size()).isLessThanOrEqualTo(Notices.MOST_STROKES + 2);
    List<Notice> all = again();
    assertThat(all.stream().filter(it -> it.fault() == 7).mapToLong(Notice::times).sum())
        .isEqualTo(MANY);
    assertThat(all.stream().filter(it -> it.fault() == 8).mapToLong(Notice::times).sum())
        .isEqualTo(MANY);
  }

  @Test
  void waitsAddUpFromThePanicOn() {
    tell(NoticeKind.WAITS, 0, 3, 0);
    tell(NoticeKind.WAITS, 0, 4, 0);
    tell(NoticeKind.PANICS, 0, 1, 0);
    for (int i = 0; i < MANY; i++) {
      tell(NoticeKind.WAITS, 0, 5, 0);
    }
    assertThat(again()).extracting(Notice::kind, Notice::b).hasSize(3);
    assertThat(again()).extracting(Notice::b).containsExactly(7L, 1L, 5L * MANY);
  }

  @Test
  void whetherItWaitsIsToldAsItIsNowAndWhatHasHappenedOnce() {
    for (int i = 0; i < MANY; i++) {
      tell(NoticeKind.PANICS, 0, 1, 0);
      tell(NoticeKind.BLOCKED, 0, 0, 0);
      tell(NoticeKind.GOES_ON, 0, 0, 0);
    }
    assertThat(again())
        .extracting(Notice::kind)
        .containsExactly(NoticeKind.PANICS, NoticeKind.GOES_ON);
  }

  @Test
  void aNoticeTellsWhichOnesBeforeItHaveArrived() {
    notices.add(new Notice(0, 5, 0, NoticeKind.FIRED, 1, 0, 0, 1, 0, self.getRef()));
    notices.add(new Notice(0, 9, 0, NoticeKind.FIRED, 1, 0, 0, 1, 0, self.getRef()));
    assertThat(notices.open()).extracting(Notice::oldest).containsExactly(5L, 5L);
    notices.acknowledged(5);
    assertThat(notices.newest().oldest()).isEqualTo(9);
    notices.acknowledged(9);
    assertThat(notices.settled()).isTrue();
  }
}
