package lastwords.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The words of an outcome are those of its summary. */
final class OutcomeWordsTest {
  private static Outcome outcome(End end, ConsoleWord console, PstoreWord pstore, KdumpWord kdump) {
    boolean hangs = end == End.HANG;
    return new Outcome(
        end,
        hangs ? "cpu0:logbuf_lock" : "",
        hangs ? "console_unlock" : "",
        console,
        pstore,
        kdump,
        new TreeMap<>(Map.of(1, "stalled", 2, "stalled", 3, "stalled")),
        List.of("console shows \"a, console all, pstore written\""));
  }

  @Test
  void everySummaryIsReadAsItWasWritten() {
    for (End end : End.values()) {
      for (ConsoleWord console : ConsoleWord.values()) {
        for (PstoreWord pstore : PstoreWord.values()) {
          for (KdumpWord kdump : KdumpWord.values()) {
            assertThat(OutcomeWords.in(outcome(end, console, pstore, kdump).summary()))
                .contains(new OutcomeWords(end, console, pstore, kdump));
          }
        }
      }
    }
  }

  @Test
  void otherTextsAreNoOutcomes() {
    assertThat(OutcomeWords.in("could not run")).isEmpty();
    assertThat(OutcomeWords.in("gets stuck, console all, pstore written, kdump ok")).isEmpty();
    assertThat(OutcomeWords.of("loop", "most", "written", "ok")).isEmpty();
  }
}
