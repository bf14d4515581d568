package lastwords.outcome.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class RequirementTest {
  private static final Evidence EVIDENCE =
      new Evidence(
          Map.of(
              Sink.CONSOLE,
              List.of(List.of("one", "[ 0.1] Kernel panic", "two"), List.of("three", "one")),
              Sink.PSTORE,
              List.of()),
          List.of("panic", "emergency"),
          Optional.of(new TreeSet<>(List.of(1, 3))),
          List.of("pvpanic panicked"),
          1_500_000_000L);

  private static void fails(Requirement condition, String text, String found) {
    assertThat(condition.holds(EVIDENCE)).as(condition.text()).isFalse();
    assertThat(condition.text()).isEqualTo(text);
    assertThat(condition.found(EVIDENCE)).isEqualTo(found);
  }

  private static void holds(Requirement condition) {
    assertThat(condition.holds(EVIDENCE)).as(condition.text()).isTrue();
  }

  @Test
  void aLineIsThere() {
    holds(new Has(Sink.CONSOLE, "Kernel panic"));
    fails(
        new Has(Sink.CONSOLE, "Kernel panics"),
        "console has \"Kernel panics\"",
        "nearest is \"[ 0.1] Kernel panic\"");
    fails(new Has(Sink.PSTORE, "x"), "pstore has \"x\"", "it has no lines");
    fails(
        new Has(Sink.CONSOLE, "zzz"),
        "console has \"zzz\"",
        "none of its 5 lines is near, the last is \"one\"");
  }

  @Test
  void aLineIsNotThere() {
    holds(new Lacks(Sink.CONSOLE, "four"));
    fails(
        new Lacks(Sink.CONSOLE, "panic"),
        "console lacks \"panic\"",
        "there is \"[ 0.1] Kernel panic\"");
  }

  @Test
  void linesOfOneConsoleComeInOrder() {
    holds(new InOrder(Sink.CONSOLE, List.of("one", "two")));
    fails(
        new InOrder(Sink.CONSOLE, List.of("two", "one")),
        "console in order \"two\", \"one\"",
        "no \"one\" after \"two\": it comes earlier");
    fails(
        new InOrder(Sink.CONSOLE, List.of("one", "Kernel Panic")),
        "console in order \"one\", \"Kernel Panic\"",
        "no \"Kernel Panic\" after \"one\", nearest is \"[ 0.1] Kernel panic\"");
  }

  @Test
  void dumpsHaveReasons() {
    holds(new Dumps(List.of(List.of("oops"), List.of("panic", "emergency"))));
    fails(new Dumps(List.of(List.of("panic"))), "dumps [panic]", "dumps were [panic, emergency]");
  }

  @Test
  void registersAreMissing() {
    holds(new NoRegisters(List.of(new TreeSet<>(), new TreeSet<>(List.of(1, 3)))));
    fails(
        new NoRegisters(List.of(new TreeSet<>(List.of(1)))),
        "no registers of [1]",
        "those of [1, 3] are missing");
  }

  @Test
  void theHypervisorIsTold() {
    holds(new HypervisorTold(List.of(List.of("pvpanic panicked"))));
    fails(
        new HypervisorTold(List.of(List.of())),
        "hypervisor told []",
        "it was told [pvpanic panicked]");
  }

  @Test
  void aRunTakesTime() {
    holds(new Within(2_000_000_000L));
    fails(new Within(1_000_000_000L), "within 1s", "it took 1500ms");
  }
}
