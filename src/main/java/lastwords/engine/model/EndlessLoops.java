package lastwords.engine.model;

import java.util.BitSet;
import java.util.stream.IntStream;
import lastwords.engine.store.Components;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Op;

/**
 * The instructions of a kernel that are in a loop without exit and without rest: {@code for (;;)}
 * without break or return. A loop that halts, directly or in a function that it calls, does not
 * count: a CPU in it soon sleeps.
 */
public final class EndlessLoops {
  private final int[] code;
  private final BitSet inside = new BitSet();
  private final BitSet halting = new BitSet(); // functions

  private EndlessLoops(KernelImage image) {
    code = image.code();
    for (int i = 0; i < image.functions().size(); i++) {
      FunctionInfo function = image.functions().get(i);
      halting.set(i, IntStream.range(function.entry(), function.end()).anyMatch(this::halt));
    }
    for (FunctionInfo function : image.functions()) {
      add(new Flow(function.entry(), function.end()));
    }
  }

  /** The endless loops of an image. */
  public static EndlessLoops of(KernelImage image) {
    return image.codeAnalyses().get(EndlessLoops.class, () -> new EndlessLoops(image));
  }

  /** Is the instruction at pc in such a loop? */
  public boolean at(int pc) {
    return inside.get(pc);
  }

  private boolean halt(int pc) {
    return code[4 * pc] == Op.SYS && isHalt(code[4 * pc + 2]);
  }

  private static boolean isHalt(int builtin) {
    return builtin == Builtin.HALT.ordinal() || builtin == Builtin.SAFE_HALT.ordinal();
  }

  private boolean rests(int pc) {
    return halt(pc) || code[4 * pc] == Op.CALL && halting.get(code[4 * pc + 1]);
  }

  private void add(Flow flow) {
    int[] component = Components.of(flow);
    BitSet left = new BitSet(); // components that have an exit, or rest
    int[] edges = new int[flow.nodes()]; // edges inside each component
    for (int node = 0; node < flow.nodes(); node++) {
      for (int i = 0; i < flow.degree(node); i++) {
        boolean stays = component[flow.successor(node, i)] == component[node];
        stays &= !rests(flow.from + node);
        left.set(component[node], !stays || left.get(component[node]));
        edges[component[node]] += stays ? 1 : 0;
      }
    }
    for (int node = 0; node < flow.nodes(); node++) {
      boolean endless = edges[component[node]] > 0 && !left.get(component[node]);
      inside.set(flow.from + node, endless);
    }
  }

  /** The successors of each instruction of a function. */
  private final class Flow implements Components.Graph {
    private final int from;
    private final int to;

    Flow(int from, int to) {
      this.from = from;
      this.to = to;
    }

    @Override
    public int nodes() {
      return to - from;
    }

    @Override
    public int degree(int node) {
      return switch (code[4 * (from + node)]) {
        case Op.RET -> 0;
        case Op.JZ, Op.JNZ -> 2;
        default -> from + node + 1 < to || jumps(node) ? 1 : 0;
      };
    }

    @Override
    public int successor(int node, int index) {
      int pc = from + node;
      return switch (code[4 * pc]) {
        case Op.JMP -> code[4 * pc + 1] - from;
        case Op.JZ, Op.JNZ -> index == 0 ? node + 1 : code[4 * pc + 2] - from;
        case Op.FOREVER -> node;
        default -> node + 1;
      };
    }

    private boolean jumps(int node) {
      int op = code[4 * (from + node)];
      return op == Op.JMP || op == Op.FOREVER;
    }
  }
}
