package lastwords.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import lastwords.machine.fault.Fault;
import lastwords.scenario.hocon.ScenarioException;
import org.junit.jupiter.api.Test;

class BundleTest {
  private static final Catalog CATALOG = Catalog.at(Path.of(""));

  private static Bundle bundle(String scenario) {
    return Bundle.of(CATALOG.scenario(scenario).cases().get(0));
  }

  @Test
  void aCaseIsTheSameAfterItsJourney() {
    Bundle bundle = bundle("logbuf-scenario-3");
    Bundle again = Bundle.fromJson(bundle.toJson());
    assertThat(again).isEqualTo(bundle);
    Setup here = bundle.setup();
    Setup there = again.setup();
    assertThat(there.image().code()).isEqualTo(here.image().code());
    assertThat(there.entries()).isEqualTo(here.entries());
    assertThat(there.machine()).isEqualTo(here.machine());
  }

  @Test
  void whatIsNoBundleIsRefusedWithItsPlace() {
    assertThatThrownBy(() -> Bundle.fromJson("{\n  \"scenario\": 1, }"))
        .isInstanceOf(ScenarioException.class)
        .hasMessageContaining("2:");
    assertThatThrownBy(() -> Bundle.fromJson("null")).isInstanceOf(ScenarioException.class);
    assertThatThrownBy(() -> Bundle.fromJson("{}")).isInstanceOf(ScenarioException.class);
  }

  @Test
  void aFaultIsReadForTheMachine() {
    Fault fault = bundle("logbuf-scenario-3").fault("drop = ipi, to = 1, times = 2", 7);
    assertThat(fault.word()).isEqualTo("DROP_INTERRUPT");
    assertThat(fault.cpu()).hasValue(1);
    assertThat(fault.trigger().times()).isEqualTo(2);
    assertThat(fault.id()).isEqualTo(7);
  }

  @Test
  void aFaultThatCannotApplyIsRefusedWithAReason() {
    Bundle bundle = bundle("logbuf-scenario-3");
    assertThatThrownBy(() -> bundle.fault("stall = 1, holding = logbuf_lok, for = 1ms", 0))
        .hasMessageContaining("logbuf_lock");
    assertThatThrownBy(() -> bundle.fault("drop = ipi, to = 77", 0)).hasMessageContaining("77");
    assertThatThrownBy(() -> bundle.fault("a = ${b}", 0)).hasMessageContaining("substitutions");
    assertThatThrownBy(() -> bundle.fault("[".repeat(4_000), 0))
        .isInstanceOf(ScenarioException.class);
  }
}
