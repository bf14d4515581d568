package lastwords.trace.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import lastwords.engine.LocalHost;
import lastwords.engine.Simulator;
import lastwords.engine.explore.Bench;
import lastwords.machine.Machine;
import lastwords.scenario.Setup;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import org.junit.jupiter.api.Test;

/** Functions that are entered and left, at the level {@code functions}. */
final class FunctionCallsTest {
  private static final String SOURCE =
      """
      int a;
      int b;
      void inner(void)
      {
        WRITE_ONCE(a, 1);
      }
      void outer(void)
      {
        inner();
        WRITE_ONCE(b, 1);
        inner();
      }
      void cpu0(void)
      {
        outer();
        WRITE_ONCE(a, 2);
      }
      void cpu1(void)
      {
        inner();
      }
      """;

  private static List<String> told(boolean watched, int cpu) throws IOException {
    Setup setup = Bench.setup(SOURCE);
    Machine machine = Simulator.booted(setup);
    TraceBuffer trace = new TraceBuffer();
    if (watched) {
      trace.watch(machine);
    }
    Simulator.run(setup, 1, trace, new LocalHost(machine));
    return Story.of(trace, new StepNames(machine), Level.FUNCTIONS, Filter.ALL).stream()
        .map(Told::moment)
        .filter(it -> it.cpu() == cpu && it.kind() == Kind.FUNCTION)
        .map(it -> it.text() + (it.place().isEmpty() ? "" : " at " + it.place()))
        .toList();
  }

  @Test
  void callsAreToldWhereTheyStandAndReturnsToo() throws IOException {
    assertThat(told(true, 0))
        .startsWith(
            "enters cpu0()",
            "enters outer() at cpu.c:15",
            "enters inner() at cpu.c:9",
            "leaves inner()",
            "enters inner() at cpu.c:11",
            "leaves inner(), outer()");
    assertThat(told(true, 1)).startsWith("enters cpu1()", "enters inner() at cpu.c:20");
  }

  @Test
  void withoutAMachineToLookAtOnlyChangesAreTold() throws IOException {
    assertThat(told(false, 0)).startsWith("is in inner() at cpu.c:5", "is in outer() at cpu.c:10");
  }

  @Test
  void everyFunctionThatIsLeftWasEntered() throws IOException {
    Map<Integer, Deque<String>> stacks = new HashMap<>();
    for (int cpu = 0; cpu < 2; cpu++) {
      for (String line : told(true, cpu)) {
        Deque<String> stack = stacks.computeIfAbsent(cpu, it -> new ArrayDeque<>());
        String functions = line.replaceFirst("^\\w+ ", "").replaceFirst(" at .*", "");
        for (String function : functions.split(", ")) {
          if (line.startsWith("enters")) {
            stack.push(function);
          } else {
            assertThat(stack.pop()).isEqualTo(function);
          }
        }
      }
    }
  }
}
