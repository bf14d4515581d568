package lastwords.scenario.expect;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.outcome.ConsoleWord;
import lastwords.outcome.End;
import lastwords.outcome.KdumpWord;
import lastwords.outcome.Outcome;
import lastwords.outcome.PstoreWord;
import lastwords.scenario.Case;
import lastwords.scenario.Home;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExpectationsTest {
  private static final Outcome HANG =
      new Outcome(
          End.HANG,
          "cpu0:logbuf_lock",
          "kmsg_dump",
          ConsoleWord.NONE,
          PstoreWord.UNREACHED,
          KdumpWord.NOT_APPLICABLE,
          new TreeMap<>(Map.of(1, "irqs off")));

  private static final Outcome LOOP =
      new Outcome(
          End.LOOP,
          "",
          "",
          ConsoleWord.ALL,
          PstoreWord.WRITTEN,
          KdumpWord.NOT_APPLICABLE,
          new TreeMap<>());

  @TempDir Path folder;

  private List<Expectation> expect(String lines) {
    Case made = new Home(folder).with("expect = [\n" + lines + "\n]").cases().get(0);
    return made.expectations();
  }

  private static Judgement judge(List<Expectation> expectations, int hangs, int loops) {
    Map<Outcome, Integer> observed = new LinkedHashMap<>();
    if (hangs > 0) {
      observed.put(HANG, hangs);
    }
    if (loops > 0) {
      observed.put(LOOP, loops);
    }
    return Expectations.judge(expectations, observed);
  }

  @Test
  void aLineMatchesOnTheFieldsThatItHas() {
    assertThat(expect("{ end = hang, observe = always }").get(0).matches(HANG)).isTrue();
    assertThat(
            expect("{ end = [hang, livelock], notStopped = 1, observe = always }")
                .get(0)
                .matches(HANG))
        .isTrue();
    assertThat(
            expect(
                    "{ at = \"cpu0:logbuf_lock\", in = kmsg_dump, console = none, pstore = unreached,"
                        + " kdump = n/a, notStopped = [1], observe = always }")
                .get(0)
                .matches(HANG))
        .isTrue();
    assertThat(expect("{ end = hang, notStopped = [], observe = always }").get(0).matches(HANG))
        .isFalse();
    assertThat(expect("{ end = hang, in = console_unlock, observe = always }").get(0).matches(HANG))
        .isFalse();
    assertThat(expect("{ at = \"\", observe = always }").get(0).matches(LOOP)).isTrue();
    assertThat(expect("{ observe = always }").get(0).matches(LOOP)).isTrue();
  }

  @Test
  void setsOfCpusAreAlternativesAndHaveRanges() {
    assertThat(expect("{ notStopped = [[], [0-1], [1]], observe = always }").get(0).matches(HANG))
        .isTrue();
    assertThat(expect("{ notStopped = [[], [0-1]], observe = always }").get(0).matches(HANG))
        .isFalse();
    assertThat(expect("{ notStopped = [[], [0-1]], observe = always }").get(0).text())
        .isEqualTo("notStopped=[]|[0,1] always");
  }

  @Test
  void alwaysMeansEveryRun() {
    List<Expectation> hang = expect("{ end = hang, observe = always }");
    assertThat(judge(hang, 3, 0).ok()).isTrue();
    assertThat(judge(hang, 2, 1).ok()).isFalse();
    assertThat(judge(hang, 0, 0).ok()).isFalse();
  }

  @Test
  void sometimesMeansOnceAtLeast() {
    List<Expectation> both =
        expect("{ end = hang, observe = sometimes },\n{ end = loop, observe = sometimes }");
    assertThat(judge(both, 1, 9).ok()).isTrue();
    Judgement onlyLoops = judge(both, 0, 10);
    assertThat(onlyLoops.ok()).isFalse();
    assertThat(onlyLoops.lines()).extracting(Judgement.Line::ok).containsExactly(false, true);
    assertThat(onlyLoops.lines()).extracting(Judgement.Line::seen).containsExactly(0, 10);
  }

  @Test
  void neverMeansNotOnce() {
    List<Expectation> never = expect("{ end = hang, observe = never }");
    assertThat(judge(never, 0, 5).ok()).isTrue();
    assertThat(judge(never, 1, 5).ok()).isFalse();
  }

  @Test
  void anOutcomeThatNoLineAllowsFails() {
    Judgement judgement = judge(expect("{ end = loop, observe = sometimes }"), 1, 9);
    assertThat(judgement.ok()).isFalse();
    assertThat(judgement.unexpected()).containsExactly(new Judgement.Seen(HANG, 1));
  }

  @Test
  void aBroadAlwaysLineAllowsWhatNarrowSometimesLinesTellApart() {
    List<Expectation> lines =
        expect(
            "{ kdump = n/a, observe = always },\n{ pstore = written, observe = sometimes },\n"
                + "{ pstore = unreached, observe = sometimes }");
    assertThat(judge(lines, 4, 4).ok()).isTrue();
  }

  @Test
  void aLineInShort() {
    assertThat(
            expect(
                    "{ end = hang, console = [none, partial], notStopped = [0, 1], observe = never }")
                .get(0)
                .text())
        .isEqualTo("end=hang console=none|partial notStopped=[0,1] never");
  }
}
