package lastwords.trace.story;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import lastwords.machine.bus.Operation;
import lastwords.machine.bus.StepRecord;
import lastwords.trace.StepNames;

/**
 * The functions in which CPUs perform operations that others can see, one after the other; a
 * function without such operations has no step and is not shown.
 */
final class FunctionChanges {
  private final StepNames names;
  private final Consumer<Moment> out;
  private final Map<Integer, String> last = new HashMap<>(); // by CPU

  FunctionChanges(StepNames names, Consumer<Moment> out) {
    this.names = names;
    this.out = out;
  }

  void step(StepRecord step) {
    String function = names.function(step.pc());
    boolean interrupted = step.operation() == Operation.INTERRUPT;
    if (!function.isEmpty() && !interrupted && !function.equals(last.put(step.cpu(), function))) {
      out.accept(Moment.of(step, names, Kind.FUNCTION, "", "is in " + function + "()"));
    }
  }
}
