package lastwords.trace.watch;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/**
 * All calls seen in a run: each is a function, called from a place in another call. Calls of a
 * function from the same place in the same call count as one.
 */
public final class CallTree {
  /** No call: the caller of a CPU's first function. */
  public static final int NOBODY = -1;

  /**
   * A call.
   *
   * @param caller number of the calling call, or {@link #NOBODY}
   * @param site the calling instruction; -1: none
   * @param function the first instruction of the function
   */
  public record Call(int caller, int site, int function) {}

  private final IntUnaryOperator functionAt;
  private final List<Call> calls = new ArrayList<>();
  private final Map<Call, Integer> numbers = new HashMap<>();

  /**
   * @param functionAt returns the first instruction of the function that contains an instruction
   */
  CallTree(IntUnaryOperator functionAt) {
    this.functionAt = functionAt;
  }

  /**
   * The innermost call of a stack.
   *
   * @param pcs of all frames, innermost first
   */
  int innermost(int[] pcs) {
    int call = NOBODY;
    int site = -1;
    for (int depth = pcs.length - 1; depth >= 0; depth--) {
      call = number(new Call(call, site, functionAt.applyAsInt(pcs[depth])));
      site = pcs[depth];
    }
    return call;
  }

  private int number(Call call) {
    Integer known = numbers.putIfAbsent(call, calls.size());
    if (known == null) {
      calls.add(call);
      return calls.size() - 1;
    }
    return known;
  }

  /** The calls, by number; a caller has a smaller number than its callees. */
  public List<Call> calls() {
    return List.copyOf(calls);
  }

  /** The calls from the outermost to this one. */
  public List<Integer> path(int call) {
    List<Integer> path = new ArrayList<>();
    for (int it = call; it != NOBODY; it = calls.get(it).caller()) {
      path.add(0, it);
    }
    return path;
  }

  /** The first instruction of a call's function. */
  public int function(int call) {
    return calls.get(call).function();
  }
}
