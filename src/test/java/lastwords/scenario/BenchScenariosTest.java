package lastwords.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What deploy/bench runs is valid: its functions do not accidentally replace the kernel's. */
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
