package lastwords.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What deploy/bench runs can be run: its functions do not replace the kernel's by accident. */
final class BenchScenariosTest {
  private static final Catalog CATALOG = Catalog.standard();

  @Test
  void theBenchmarksScenariosAreReadAndCompiled() {
    assertThat(CATALOG.scenariosOf("src/bench/scenarios"))
        .flatExtracting(Scenario::cases)
        .hasSizeGreaterThan(3)
        .allSatisfy(it -> assertThat(it.setup()).isNotNull());
  }
}
