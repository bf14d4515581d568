package lastwords.machine.layout;

import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.image.Pointer;

/**
 * Number of a CPU's stacks: one, or several if code that can run calls hw_stacks(). What can run is
 * what CPUs start with, initcalls, handlers, what data points to, and whatever those call or take
 * the address of.
 */
final class StackUse {
  private final KernelImage image;
  private final BitSet seen = new BitSet();
  private final Deque<Integer> open = new ArrayDeque<>();

  private StackUse(KernelImage image) {
    this.image = image;
  }

  /** Stacks of a CPU, including that of its first task. */
  static int of(KernelImage image) {
    return new StackUse(image).several() ? CpuWords.STACKS : 1;
  }

  private boolean several() {
    if (!asks(0, image.code().length / 4)) {
      return false;
    }
    roots();
    while (!open.isEmpty()) {
      FunctionInfo function = image.functions().get(open.pop());
      if (asks(function.entry(), function.end())) {
        return true;
      }
      for (int pc = function.entry(); pc < function.end(); pc++) {
        follow(4 * pc);
      }
    }
    return false;
  }

  private void roots() {
    List<FunctionInfo> functions = image.functions();
    boolean entries = functions.stream().anyMatch(it -> EntryFunction.is(it.name()));
    for (int i = 0; i < functions.size(); i++) {
      FunctionInfo function = functions.get(i);
      boolean begins = !entries || EntryFunction.is(function.name());
      if (begins || function.vector() >= 0) {
        reach(i);
      }
    }
    image.initcalls().forEach(this::reach);
    for (long[] words : List.of(image.data(), image.perCpu(), image.privates())) {
      for (long word : words) {
        pointed(word);
      }
    }
  }

  private void follow(int i) {
    switch (image.code()[i]) {
      case Op.CALL -> reach(image.code()[i + 1]);
      case Op.CONST -> pointed(image.constants()[image.code()[i + 2]]);
      default -> {}
    }
  }

  private void pointed(long word) {
    if (Pointer.tag(word) == Pointer.FUNCTION) {
      reach(Pointer.object(word));
    }
  }

  private void reach(int function) {
    if (function >= 0 && function < image.functions().size() && !seen.get(function)) {
      seen.set(function);
      open.push(function);
    }
  }

  private boolean asks(int from, int to) {
    for (int pc = from; pc < to; pc++) {
      boolean call = image.code()[4 * pc] == Op.SYS;
      if (call && image.code()[4 * pc + 2] == Builtin.STACKS.ordinal()) {
        return true;
      }
    }
    return false;
  }
}
