package lastwords.trace.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;
import lastwords.trace.watch.CallTree;

/**
 * The functions that CPUs enter and leave. A call without an operation that others can see has no
 * step, and is not shown.
 */
final class FunctionCalls {
  private final StepNames names;
  private final CallTree calls;
  private final Consumer<Moment> out;
  private final Map<Integer, Integer> last = new HashMap<>(); // call by CPU

  FunctionCalls(StepNames names, CallTree calls, Consumer<Moment> out) {
    this.names = names;
    this.calls = calls;
    this.out = out;
  }

  /**
   * @param call the innermost one of the step's CPU
   */
  void step(StepRecord step, int call) {
    if (step.pc() < 0 || step.operation() == Operation.INTERRUPT) {
      return;
    }
    int before = last.getOrDefault(step.cpu(), CallTree.NOBODY);
    last.put(step.cpu(), call);
    if (before != call) {
      change(step, calls.path(before), calls.path(call));
    }
  }

  private void change(StepRecord step, List<Integer> before, List<Integer> now) {
    int same = 0;
    while (same < before.size() && same < now.size() && before.get(same).equals(now.get(same))) {
      same++;
    }
    if (before.size() > same) {
      out.accept(left(step, before.subList(same, before.size()), now.subList(0, same)));
    }
    for (int entered : now.subList(same, now.size())) {
      out.accept(entered(step, calls.calls().get(entered)));
    }
  }

  /** Placed at the call site. */
  private Moment entered(StepRecord step, CallTree.Call call) {
    return Moment.at(call.site(), step, names, Kind.FUNCTION, "enters " + name(call.function()));
  }

  /** Names the innermost call first. */
  private Moment left(StepRecord step, List<Integer> which, List<Integer> still) {
    List<String> functions = new ArrayList<>();
    which.forEach(it -> functions.add(0, name(calls.function(it))));
    int caller = still.isEmpty() ? -1 : calls.function(still.get(still.size() - 1));
    Moment moment =
        Moment.at(caller, step, names, Kind.FUNCTION, "leaves " + String.join(", ", functions));
    return moment.withoutPlace();
  }

  private String name(int function) {
    return names.function(function) + "()";
  }
}
