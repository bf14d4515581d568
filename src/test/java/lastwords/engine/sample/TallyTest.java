package lastwords.engine.sample;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import lastwords.outcome.ConsoleWord;
import lastwords.outcome.End;
import lastwords.outcome.KdumpWord;
import lastwords.outcome.Outcome;
import lastwords.outcome.PstoreWord;
import org.junit.jupiter.api.Test;

final class TallyTest {
  private static Sampled run(long seed, End end, long length) {
    Outcome outcome =
        new Outcome(
            end,
            "",
            "",
            ConsoleWord.ALL,
            PstoreWord.NOT_APPLICABLE,
            KdumpWord.NOT_APPLICABLE,
            new TreeMap<>());
    return new Sampled(seed, outcome, length, List.of());
  }

  @Test
  void theMostFrequentOutcomeIsFirstWithItsQuantiles() {
    Tally tally = new Tally();
    tally.add(run(1, End.HANG, 7));
    for (int i = 1; i <= 20; i++) {
      tally.add(run(1 + i, End.LOOP, 10 * (21 - i)));
    }
    List<Share> shares = tally.shares();
    assertThat(tally.runs()).isEqualTo(21);
    assertThat(shares).extracting(it -> it.outcome().end()).containsExactly(End.LOOP, End.HANG);
    Share loop = shares.get(0);
    assertThat(loop.runs()).isEqualTo(20);
    assertThat(loop.firstSeed()).isEqualTo(2);
    assertThat(loop.slowestSeed()).isEqualTo(2);
    assertThat(loop.median()).isEqualTo(100);
    assertThat(loop.p95()).isEqualTo(190);
    assertThat(loop.longest()).isEqualTo(200);
    assertThat(shares.get(1).median()).isEqualTo(7);
  }

  @Test
  void whatIsAlwaysSeenIsKnownToOnePercentAfterTwoHundredRuns() {
    Tally tally = new Tally();
    assertThat(tally.within(0.5)).isFalse();
    for (int i = 0; i < 200; i++) {
      assertThat(tally.within(0.00945)).as(i + " runs").isFalse();
      tally.add(run(i, End.LOOP, 1));
    }
    assertThat(tally.within(0.00945)).isTrue();
    tally.add(run(200, End.HANG, 1));
    assertThat(tally.within(0.00945)).isFalse();
  }
}
