package lastwords.engine.reach;

import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Op;

/** Which variables functions name, regardless of where pointers point. */
final class Naming {
  private final KernelImage image;
  private final int[] code;
  private final Variables variables;

  Naming(KernelImage image, Variables variables) {
    this.image = image;
    this.code = image.code();
    this.variables = variables;
  }

  /**
   * Does code that CPUs run, but no handler does, name a variable that no code run by a handler
   * names?
   *
   * @param calls by function: those that it may call
   * @param entries functions that CPUs start with
   */
  boolean owned(List<BitSet> calls, List<Integer> entries) {
    BitSet handlers = new BitSet();
    for (int f = 0; f < calls.size(); f++) {
      handlers.set(f, image.functions().get(f).vector() >= 0);
    }
    BitSet served = reached(calls, handlers);
    BitSet starts = new BitSet();
    entries.forEach(starts::set);
    BitSet others = reached(calls, starts);
    others.andNot(served);
    BitSet named = named(others);
    named.andNot(named(served));
    return !named.isEmpty();
  }

  private static BitSet reached(List<BitSet> calls, BitSet from) {
    BitSet reached = new BitSet();
    BitSet open = (BitSet) from.clone();
    for (int f = open.nextSetBit(0); f >= 0; f = open.nextSetBit(0)) {
      reached.set(f);
      open.or(calls.get(f));
      open.andNot(reached);
    }
    return reached;
  }

  private BitSet named(BitSet functions) {
    BitSet named = new BitSet();
    functions.stream()
        .mapToObj(image.functions()::get)
        .flatMapToInt(function -> IntStream.range(function.entry(), function.end()))
        .map(this::named)
        .filter(place -> place >= 0)
        .forEach(named::set);
    return named;
  }

  /** The variable that an instruction names; negative if none. */
  private int named(int pc) {
    int a = code[4 * pc + 1];
    int b = code[4 * pc + 2];
    return switch (code[4 * pc]) {
      case Op.LDG -> variables.shared(b);
      case Op.STG -> variables.shared(a);
      case Op.LDP -> variables.privates(b);
      case Op.STP -> variables.privates(a);
      case Op.CONST -> variables.pointedTo(image.constants()[b]);
      case Op.LEAP -> variables.perCpu(b, true);
      default -> Variables.NONE;
    };
  }
}
