package lastwords.engine.witness;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import lastwords.engine.explore.Exploration;
import lastwords.engine.explore.Exploration.Finding;
import lastwords.engine.explore.Explorer;
import lastwords.engine.explore.Search;
import lastwords.engine.model.Action;
import lastwords.engine.model.Action.Kind;
import lastwords.engine.walk.Replay;
import lastwords.engine.witness.DecisiveStep.Known;
import lastwords.engine.witness.DecisiveStep.Point;
import lastwords.engine.witness.RunSpec.Scheduled;
import lastwords.machine.bus.StepSink;
import lastwords.outcome.Ending.Cause;
import lastwords.scenario.Setup;

/**
 * Where an endless run during which a CPU waits could have been left: the last choice of an
 * iteration at which a step of that CPU would have ended its wait.
 */
final class EscapeStep {
  private static final Pattern WAITS = Pattern.compile("at cpu(\\d+):");

  private final Setup setup;
  private final Scheduled runSpec;
  private final String outcome;
  private final Search search;
  private final Explorer.Listener listener;
  private int explored;

  EscapeStep(
      Setup setup, Scheduled runSpec, String outcome, Search search, Explorer.Listener listener) {
    this.setup = setup;
    this.runSpec = runSpec;
    this.outcome = outcome;
    this.search = search;
    this.listener = listener;
  }

  Point find() {
    Matcher waits = WAITS.matcher(outcome);
    int cpu = waits.find() ? Integer.parseInt(waits.group(1)) : -1;
    for (int at = runSpec.cycle().size() - 1; at >= 0 && cpu >= 0; at--) {
      List<Action> beginning = new ArrayList<>(runSpec.schedule());
      beginning.addAll(runSpec.cycle().subList(0, at));
      int size = beginning.size();
      beginning.add(new Action(Kind.STEP, cpu, 0));
      if (runSpec.cycle().get(at).cpu() != cpu && possible(beginning)) {
        List<Finding> others = out(beginning);
        if (!others.isEmpty()) {
          return point(size, others);
        }
      }
    }
    return new Point(Known.NEVER, runSpec.schedule().size(), List.of(), Optional.empty(), explored);
  }

  private Point point(int choice, List<Finding> others) {
    List<String> names = others.stream().map(it -> it.outcome().summary()).toList();
    Scheduled otherwise = Scheduled.of(others.get(0), runSpec.earlyTimeouts());
    return new Point(Known.NEVER, choice, names, Optional.of(otherwise), explored);
  }

  private boolean possible(List<Action> schedule) {
    try {
      Replay.run(setup, schedule, Cause.LIMIT, StepSink.NONE);
      return true;
    } catch (Replay.ImpossibleException e) {
      return false;
    }
  }

  /**
   * What else can follow if the CPU does not go on waiting: cycling at this point does not count.
   */
  private List<Finding> out(List<Action> beginning) {
    explored++;
    Exploration found = Explorer.explore(setup, beginning, search, listener);
    boolean waits =
        found.findings().stream()
            .anyMatch(it -> it.cause().goesRound() && it.witness().size() == beginning.size());
    return waits
        ? List.of()
        : found.findings().stream().filter(it -> !it.cause().goesRound()).toList();
  }
}
