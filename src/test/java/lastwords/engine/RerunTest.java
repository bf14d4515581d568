package lastwords.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepSink;
import lastwords.scenario.Catalog;
import lastwords.scenario.Setup;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.Test;

final class RerunTest {
  private static Setup setup() {
    String scenario = "v5.2/nmi-stop-frees-the-log-of-a-stuck-owner";
    return Catalog.at(Path.of("")).scenario(scenario).variant("default", Overrides.NONE).setup();
  }

  @Test
  void aRunDoesNotDependOnThoseBeforeIt() {
    BootedSetup booted = new BootedSetup(setup());
    Rerun runs = booted.rerun();
    for (long seed : new long[] {1, 2, 3, 4, 3, 2, 1}) {
      RunResult alone = booted.run(seed, StepSink.NONE);
      assertThat(runs.run(seed))
          .isEqualTo(
              new Rerun.Result(alone.outcome(), alone.virtualNanos(), alone.ending().faults()));
    }
  }

  @Test
  void textsOfEarlierRunsAreKeptButDoNotCount() {
    Setup setup = setup();
    Machine booted = Simulator.booted(setup);
    Machine machine = booted.copy();
    Simulator.end(setup, 1, StepSink.NONE, new LocalHost(machine));
    long brought = machine.texts().characters();
    long kept = machine.texts().kept();
    machine.begin(booted);
    Simulator.end(setup, 1, StepSink.NONE, new LocalHost(machine));
    assertThat(brought).isPositive();
    assertThat(machine.texts().characters()).isEqualTo(brought);
    assertThat(machine.texts().kept()).isEqualTo(kept);
  }
}
