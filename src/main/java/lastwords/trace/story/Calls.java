package lastwords.trace.story;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import lastwords.machine.bus.Operation;
import lastwords.machine.cpu.Cpu;
import lastwords.trace.Step;
import lastwords.trace.StepNames;

/**
 * The functions that CPUs enter and leave, as far as their steps tell: one that does nothing that
 * others could see has no step. Each CPU has a stack for each of its contexts.
 */
final class Calls {
  private final StepNames names;
  private final Consumer<Moment> out;
  private final Map<Integer, List<String>> stacks = new HashMap<>(); // by CPU and context

  Calls(StepNames names, Consumer<Moment> out) {
    this.names = names;
    this.out = out;
  }

  void step(Step step) {
    if (step.pc() < 0 || step.operation() == Operation.INTERRUPT) {
      return;
    }
    List<String> stack = stacks.computeIfAbsent(key(step), it -> new ArrayList<>());
    String function = names.function(step.pc());
    int at = stack.lastIndexOf(function);
    if (at < 0) {
      stack.add(function);
      tell(step, "enters " + function + "()");
    } else if (at < stack.size() - 1) {
      stack.subList(at + 1, stack.size()).clear();
      tell(step, "is back in " + function + "()");
    }
    if (step.operation() == Operation.RETURN) {
      stacks.remove(key(step));
    }
  }

  private static int key(Step step) {
    return step.cpu() << 2 | step.context() & Cpu.CONTEXT_MASK;
  }

  private void tell(Step step, String text) {
    out.accept(Moment.of(step, names, Kind.FUNCTION, names.function(step.pc()), text));
  }
}
