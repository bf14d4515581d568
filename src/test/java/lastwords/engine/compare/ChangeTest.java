package lastwords.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import lastwords.engine.witness.RunSpec;
import lastwords.outcome.ConsoleWord;
import lastwords.outcome.End;
import lastwords.outcome.KdumpWord;
import lastwords.outcome.Outcome;
import lastwords.outcome.OutcomeWord;
import lastwords.outcome.PstoreWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChangeTest {
  /** {@code hang none unreached n/a + loop all written n/a}. */
  private static Side side(String text) {
    List<Seen> seen = Stream.of(text.split(" \\+ ")).map(ChangeTest::seen).toList();
    return new Side(text.isEmpty() ? List.of() : seen, true, 0, "");
  }

  private static Seen seen(String text) {
    String[] word = (text.isEmpty() ? "loop none n/a n/a" : text + " n/a n/a n/a").split(" ");
    Outcome outcome =
        new Outcome(
            OutcomeWord.of(List.of(End.values()), word[0]),
            "",
            "",
            OutcomeWord.of(List.of(ConsoleWord.values()), word[1]),
            OutcomeWord.of(List.of(PstoreWord.values()), word[2]),
            OutcomeWord.of(List.of(KdumpWord.values()), word[3]),
            new TreeMap<>());
    return new Seen(outcome, "always", 0, new RunSpec.Seeded(1), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "loop all written, loop all written, unchanged",
    "hang none unreached, loop none skipped, fixed",
    "hang all unreached, loop none skipped, fixed; worse in console",
    "hang none unreached, loop none written, fixed; better in pstore",
    "hang none unreached + loop all written, loop all written, 'fixed; better in console, pstore'",
    "loop all written, loop all written + loop all skipped, sometimes worse in pstore",
    "loop garbled written, loop all skipped, worse in pstore; better in console",
    "loop all written, hang all written, worse in end",
    "loop none skipped, loop all skipped, better in console",
    "loop none skipped, loop none skipped + loop all skipped, sometimes better",
    "loop none skipped, reboot none skipped, different",
    "loop lost-tail written not-taken, kdump none unreached ok, better in kdump",
    "kdump none written ok + hang none unreached, hang none unreached, 'worse in end, kdump'",
    "loop all written, dead all written, worse in end",
    "undecided none unreached, loop none skipped, unknown",
    "'', loop none skipped, unknown"
  })
  void aChangeIsNamedByTheWorstAndTheBestThatCanHappen(String before, String after, String text) {
    assertThat(Change.of(side(before), side(after)).text()).isEqualTo(text);
  }

  /** {@code 92 hang none unreached + 108 loop all written}, of the sum of these runs. */
  private static Side sample(String text) {
    List<Seen> seen =
        Stream.of(text.split(" \\+ "))
            .map(it -> it.split(" ", 2))
            .map(it -> counted(seen(it[1]), Integer.parseInt(it[0])))
            .toList();
    return new Side(seen, false, seen.stream().mapToInt(Seen::count).sum(), "");
  }

  private static Seen counted(Seen seen, int count) {
    return new Seen(seen.outcome(), "", count, seen.runSpec(), List.of());
  }

  @ParameterizedTest
  @CsvSource({
    "92 hang all + 108 loop all, 10 hang all + 190 loop all, better in end, more rarely more often",
    "10 hang all + 190 loop all, 92 hang all + 108 loop all, worse in end, more often more rarely",
    "200 loop all, 1 hang all + 199 loop all, unchanged, unchanged chance?",
    "100 loop all, 12 hang all + 88 loop all, worse in end, more rarely only now",
    "92 hang all + 108 loop all, 200 loop all, fixed, gone more often",
    "50 loop none + 50 reboot none, 5 loop none + 95 reboot none, different, more rarely more often",
    "3 hang all + 97 loop all, 5 hang all + 95 loop all, unchanged, unchanged unchanged"
  })
  void ofSamplesOnlyWhatIsSignificantCounts(String was, String is, String text, String rows) {
    Comparison comparison = new Comparison(sample(was), sample(is));
    assertThat(comparison.change().text()).isEqualTo(text);
    assertThat(comparison.rows().stream().map(Comparison.Row::change))
        .containsExactlyElementsOf(List.of(rows.split(" (?!often|rarely|now)")));
  }

  /** The lady tasting tea: 3 of 4 and 1 of 4 cups have a two-sided probability of 34/70. */
  @Test
  void theTestIsFishers() {
    assertThat(Frequencies.probability(3, 4, 1, 4)).isCloseTo(0.4857142857, offset(1e-9));
    assertThat(Frequencies.probability(0, 200, 1, 200)).isCloseTo(1, offset(1e-9));
    assertThat(Frequencies.probability(92, 200, 10, 200)).isLessThan(1e-20);
  }

  @Test
  void rowsAreThoseOfBothSidesThoseBeforeFirst() {
    Comparison comparison =
        new Comparison(
            side("hang none unreached + loop all written"),
            side("gone all written + loop all written"));
    assertThat(comparison.rows())
        .extracting(Comparison.Row::change)
        .containsExactly("gone", "unchanged", "only now");
  }
}
