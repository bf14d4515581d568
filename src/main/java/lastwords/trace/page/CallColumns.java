package lastwords.trace.page;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.trace.StepNames;
import lastwords.trace.TraceBuffer;
import lastwords.trace.watch.CallTree;
import lastwords.trace.watch.CallTree.Call;

/**
 * The calls of a run, by number.
 *
 * @param caller number of each one's caller; -1: none
 * @param function that was called
 * @param step by step, the call that its CPU is in; empty if the machine was not watched
 */
public record CallColumns(List<Integer> caller, List<String> function, List<Integer> step) {
  static CallColumns of(TraceBuffer trace, StepNames names) throws IOException {
    List<Integer> steps = new ArrayList<>();
    Optional<CallTree> tree = trace.calls();
    if (tree.isEmpty()) {
      return new CallColumns(List.of(), List.of(), steps);
    }
    trace.forEachWatched((step, call, before, after) -> steps.add(call));
    List<Call> calls = tree.get().calls();
    return new CallColumns(
        calls.stream().map(Call::caller).toList(),
        calls.stream().map(it -> names.function(it.function())).toList(),
        steps);
  }
}
