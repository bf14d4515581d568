package lastwords.cli.orders;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Stream;
import lastwords.cli.Cli;
import lastwords.cli.console.ExitCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class OrdersCommandTest {
  private static final String OWN = "5.18+./src/docs/notifier-case/board_wdt.c";

  private static Cli orders(String line) {
    return Cli.run(
        Stream.concat(Stream.of("orders"), Arrays.stream(line.split(" "))).toArray(String[]::new));
  }

  private static JsonNode json(String line) throws IOException {
    Cli done = orders(line + " --json");
    assertThat(done.code()).as(done.err()).isEqualTo(ExitCode.OK);
    return new ObjectMapper().readTree(done.out());
  }

  private static JsonNode order(JsonNode all, String name) {
    for (JsonNode order : all.at("/orders")) {
      if (order.at("/name").asText().equals(name)) {
        return order;
      }
    }
    throw new AssertionError("no order " + name);
  }

  @Test
  void whatHangsBeforeTheCrashKernelKeepsItFromStarting() throws IOException {
    JsonNode all = json("--notifiers panic_event --faults hangs --orders default,post-notifiers");
    JsonNode kexecFirst = order(all, "default").at("/cells/1");
    JsonNode kexecLast = order(all, "post-notifiers").at("/cells/1");
    assertThat(kexecFirst.at("/crashKernel").asBoolean()).isTrue();
    assertThat(kexecFirst.at("/exhausted").asBoolean()).isTrue();
    assertThat(kexecLast.at("/crashKernel").asBoolean()).isFalse();
    assertThat(kexecLast.at("/nanos").asLong()).isEqualTo(-1);
    assertThat(kexecLast.at("/outcomes/0").asText()).startsWith("hang at cpu0:loop in panic_event");
  }

  @Test
  void theNumberOfThreadsChangesNothing() {
    String line = "--notifiers gsmi_panic_callback,pvpanic_panic_notify --states 50 --swaps";
    assertThat(orders(line + " --workers 3").out()).isEqualTo(orders(line + " --workers 1").out());
  }

  @Test
  void aNotifierOfOnesOwnTakesPartInEveryOrder() throws IOException {
    JsonNode all = json("--kernel " + OWN + " --notifiers board_wdt_panic --states 1 --runs 1");
    assertThat(all.at("/orders")).hasSize(8);
    for (JsonNode order : all.at("/orders")) {
      assertThat(order.at("/cells")).hasSize(4);
    }
    assertThat(order(all, "post-notifiers").at("/cells/0/notifiers").toString())
        .contains("board_wdt_panic");
  }

  @Test
  void settingsArePermuted() throws IOException {
    JsonNode all =
        json(
            "notifiers/stages --orders default --states 1 --runs 1 --notifiers dump_kernel_offset"
                + " --permute stage_kexec,stage_info,stage_kmsg_dump --most 4");
    assertThat(all.at("/title").asText()).contains("4 of 6 permutations");
    assertThat(all.at("/orders").findValuesAsText("name"))
        .contains("kexec, info, kmsg_dump", "info, kmsg_dump, kexec");
  }

  @Test
  void callbacksArePermutedByTheirPriorities() throws IOException {
    JsonNode all =
        json(
            "--orders post-notifiers --states 1 --runs 1 --faults hangs"
                + " --notifiers hung_task_panic,rcu_panic"
                + " --permute rcu_panic_priority,hung_task_panic_priority");
    String first = order(all, "rcu_panic, hung_task_panic").at("/cells/0/notifiers").toString();
    assertThat(first.indexOf("rcu_panic")).isBetween(1, first.indexOf("hung_task_panic"));
    String second = order(all, "hung_task_panic, rcu_panic").at("/cells/0/notifiers").toString();
    assertThat(second.indexOf("hung_task_panic")).isBetween(1, second.indexOf("rcu_panic"));
  }

  @Test
  void anotherReleaseSaysWhichOrdersItCannotHave() {
    Cli done = orders("--kernel 5.10 --notifiers panic_event --states 1 --runs 1 --faults hangs");
    assertThat(done.code()).isEqualTo(ExitCode.OK);
    assertThat(done.out())
        .contains("Each order without a fault and with 1 fault. ")
        .contains("Left out: four-lists, ", "applies to releases 5.18..6.0, not to 5.10");
  }

  @Test
  void whatIsMisspeltIsTold() {
    assertThat(orders("--notifiers panic_evnt").err())
        .contains("no notifier 'panic_evnt'; did you mean 'panic_event'?");
    assertThat(orders("--set machine.hypervisor.pvpanik=reset").err())
        .contains("the kernel has no interface 'pvpanik'; did you mean 'pvpanic'?");
    assertThat(orders("--faults hang").err()).contains("did you mean 'hangs'?");
    assertThat(orders("--permute stage_kexec").err()).contains("no setting 'stage_kexec'");
    assertThat(orders("--orders for-lists").code()).isEqualTo(ExitCode.USAGE);
    assertThat(orders("--runs 0").code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void tablesForAMailAndForPrograms(@TempDir Path folder) throws IOException {
    Path csv = folder.resolve("orders.csv");
    Cli done =
        orders(
            "--orders default --notifiers panic_event --faults resets --states 1 --markdown --csv "
                + csv);
    assertThat(done.out()).contains("| order | kdump |", "| default | 2/2 | 2/2 |");
    assertThat(Files.readString(csv).lines())
        .hasSize(3)
        .anyMatch(line -> line.startsWith("\"default\",panic_event,resets,true,"));
  }
}
