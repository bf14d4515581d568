package lastwords.cli.effort;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Verbs that examine many cases have the same options for the effort, and describe them alike. */
final class EffortOptionsTest {
  private static final String CASE = "logbuf-scenario-2";

  private static Stream<List<String>> verbs() {
    return Stream.of(
        List.of("matrix", "--set", "panic=0,10", "--faults", CASE),
        List.of("review", "panic-lock-safe", CASE),
        List.of("compare", "-", "5.2", CASE),
        List.of("orders"));
  }

  private static Cli run(List<String> verb, String... more) {
    return Cli.run(Stream.concat(verb.stream(), Stream.of(more)).toArray(String[]::new));
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void everyVerbSaysTheSameOfThem(List<String> verb) {
    String help = run(verb, "--help").out().replaceAll("\\s+", " ");
    assertThat(help)
        .contains("tries every interleaving of a case that has at most this many states;")
        .contains("--runs=N seeded runs of a case; default: ")
        .contains("--workers=N threads; the result does not depend on their number;")
        .contains("--budget=TIME starts nothing more after this time");
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void everyVerbRefusesTheSame(List<String> verb) {
    refused(run(verb, "--states", "-1"), "--states must be at least 0");
    refused(run(verb, "--runs", "0"), "--runs must be 1 to 10000000");
    refused(run(verb, "--workers", "61"), "--workers must be 1 to 60");
    refused(run(verb, "--budget", "soon"), "--budget soon: expected a time such as 2m");
  }

  private static void refused(Cli done, String message) {
    assertThat(done.code()).as(done.out()).isEqualTo(ExitCode.USAGE);
    assertThat(done.err()).contains(message);
  }

  @ParameterizedTest
  @MethodSource("verbs")
  void everyVerbSaysWhatItHadNoTimeFor(List<String> verb) {
    Cli done = run(verb, "--budget", "0s");
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    assertThat(done.out() + done.err())
        .containsPattern("nothing was (tried|compared)|1 not compared: there was no time");
  }
}
