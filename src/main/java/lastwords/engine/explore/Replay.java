package lastwords.engine.explore;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import lastwords.engine.RunResult;
import lastwords.machine.Machine;
import lastwords.machine.StepSink;
import lastwords.scenario.Budget;
import lastwords.scenario.Setup;
import lastwords.verdict.Ending;
import lastwords.verdict.Ending.Cause;
import lastwords.verdict.Explanation;
import lastwords.verdict.Outcome;
import lastwords.verdict.Verdict;

/** The engine that lets happen what a schedule says. */
public final class Replay {
  private Replay() {}

  /**
   * Runs a schedule on a setup.
   *
   * @param cause why the run is over at its end
   */
  public static RunResult run(Setup setup, List<Choice> schedule, Cause cause, StepSink sink) {
    StartFaults.check(setup.faults());
    World world = new World(setup, Budget.ANYTHING, true, sink);
    for (int i = 0; i < schedule.size(); i++) {
      check(world, schedule, i);
      world.make(schedule.get(i));
    }
    return result(world, new Ending(cause, 0, List.of()));
  }

  private static void check(World world, List<Choice> schedule, int at) {
    Ints choices = new Ints();
    world.choices(true, choices);
    world.faults(choices);
    Choice wanted = schedule.get(at);
    int packed =
        wanted.kind() == Choice.Kind.STEP
            ? new Choice(wanted.kind(), wanted.cpu(), 0).packed()
            : wanted.packed();
    for (int i = 0; i < choices.size(); i++) {
      if (choices.get(i) == packed) {
        return;
      }
    }
    throw new IllegalStateException("choice " + at + " (" + wanted.text() + ") cannot happen here");
  }

  private static RunResult result(World world, Ending ending) {
    Machine machine = world.machine();
    Outcome outcome = Verdict.of(machine, ending);
    SortedMap<String, List<String>> consoles = new TreeMap<>();
    for (int port = 0; port < machine.wiring().uarts(); port++) {
      consoles.put(machine.uart(port).name(), machine.uart(port).lines());
    }
    return new RunResult(
        outcome,
        ending,
        Explanation.of(machine, outcome, ending),
        consoles,
        machine.pram().records(),
        machine.firmware().said(),
        world.steps(),
        0);
  }
}
