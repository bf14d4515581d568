package lastwords.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.ConsoleWord;
import lastwords.outcome.End;
import lastwords.outcome.PstoreWord;
import lastwords.scenario.Catalog;
import lastwords.scenario.Scenario;
import lastwords.scenario.setting.Overrides;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The outcome follows from the kernel C: changing a line of it changes the outcome. */
class UserPatchTest {
  @TempDir private Path folder;

  private RunResult run(String kernel) {
    Overrides overrides = new Overrides(Optional.of(kernel), Optional.empty(), Map.of());
    Scenario scenario = Catalog.standard().scenario("logbuf-scenario-2");
    return Simulator.run(scenario.variant(Scenario.DEFAULT, overrides).setup(), 1, StepSink.NONE);
  }

  private String patch(String source) throws IOException {
    return "5.2+" + Files.writeString(folder.resolve("patch.c"), source);
  }

  @Test
  void withoutTheTestForOtherCpusTheLockIsBrokenOpenAndAllIsSaid() throws IOException {
    RunResult result =
        run(
            patch(
                """
                void printk_safe_flush_on_panic(void)
                {
                  raw_spin_lock_init(&logbuf_lock);
                  printk_safe_flush();
                }
                """));
    assertThat(run("5.2").outcome().end()).isEqualTo(End.HANG);
    assertThat(result.outcome().end()).isEqualTo(End.LOOP);
    assertThat(result.outcome().console()).isEqualTo(ConsoleWord.LOST_TAIL);
    assertThat(result.outcome().pstore()).isEqualTo(PstoreWord.WRITTEN);
  }

  @Test
  void aKernelThatNeverDumpsHangsInTheConsoleInstead() throws IOException {
    RunResult result =
        run(
            patch(
                """
                void kmsg_dump(enum kmsg_dump_reason reason)
                {
                }
                """));
    assertThat(result.outcome().end()).isEqualTo(End.HANG);
    assertThat(result.outcome().in()).isEqualTo("console_unlock");
  }
}
