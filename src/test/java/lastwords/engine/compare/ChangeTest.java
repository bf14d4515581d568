package lastwords.engine.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import lastwords.engine.witness.Way;
import lastwords.verdict.End;
import lastwords.verdict.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ChangeTest {
  /** {@code hang none unreached n/a + loop all written n/a}. */
  private static Side side(String text) {
    List<Seen> seen = Stream.of(text.split(" \\+ ")).map(ChangeTest::seen).toList();
    return new Side(text.isEmpty() ? List.of() : seen, true, "");
  }

  private static Seen seen(String text) {
    String[] word = (text + " - - - -").split(" ");
    End end = text.isEmpty() ? End.LOOP : End.valueOf(word[0].toUpperCase(java.util.Locale.ROOT));
    Outcome outcome = new Outcome(end, "", "", word[1], word[2], word[3], new TreeMap<>());
    return new Seen(outcome, "always", new Way.Seeded(1), List.of());
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
    "loop lost-tail written not-taken, kdump none unreached ok, 'better in console, kdump'",
    "'', loop none skipped, unknown"
  })
  void aChangeIsNamedByTheWorstAndTheBestThatCanHappen(String before, String after, String text) {
    assertThat(Change.of(side(before), side(after)).text()).isEqualTo(text);
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
