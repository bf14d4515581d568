package lastwords.kernelc.code;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.link.CodeBuffer;
import lastwords.kernelc.link.DataLayout;
import lastwords.kernelc.link.Functions;
import lastwords.kernelc.link.Strings;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.tree.Function;

/**
 * The instructions and the frame of a function that is being compiled, and the tables of the kernel
 * that its instructions refer to.
 */
final class Emitter {
  private final FunctionCode code = new FunctionCode();
  private final FrameLayout frame = new FrameLayout();
  private final Functions functions;
  private final DataLayout layout;
  private final Strings strings;
  private final CodeBuffer buffer;
  private final List<Undefined> undefined = new ArrayList<>();

  Emitter(Functions functions, DataLayout layout, Strings strings, CodeBuffer buffer) {
    this.functions = functions;
    this.layout = layout;
    this.strings = strings;
    this.buffer = buffer;
  }

  /** A use of a function that is declared but not defined: an error only in code that can run. */
  private record Undefined(Function used, Spot spot, int instruction) {
    void report(boolean[] reached, Problems problems) {
      if (reached[instruction]) {
        problems.add(spot, Functions.undefined(used));
      }
    }
  }

  FunctionCode code() {
    return code;
  }

  FrameLayout frame() {
    return frame;
  }

  DataLayout layout() {
    return layout;
  }

  Strings strings() {
    return strings;
  }

  /** The number of a function that the next instruction uses. */
  int numberOf(Function used, Spot spot) {
    OptionalInt number = functions.number(used);
    if (number.isEmpty()) {
      undefined.add(new Undefined(used, spot, code.size()));
    }
    return number.orElse(0);
  }

  /** The number of a 64-bit constant. */
  int constant(long value) {
    return buffer.constant(value);
  }

  /** Puts a number into a slot. */
  void number(long value, int target) {
    if (value == (int) value) {
      code.emit(Op.IMM, target, (int) value, 0);
    } else {
      code.emit(Op.CONST, target, constant(value), 0);
    }
  }

  void copy(int from, int to) {
    if (from != to) {
      code.emit(Op.MOV, to, from, 0);
    }
  }

  /** The wanted slot, or a new temporary. */
  int slot(int wanted) {
    return wanted == ValueCompiler.ANYWHERE ? frame.temporary() : wanted;
  }

  /**
   * Completes the function and appends it to the kernel's code. Returns which instructions are
   * reachable.
   */
  boolean[] finish(Problems problems) {
    boolean[] reached = buffer.append(code);
    undefined.forEach(use -> use.report(reached, problems));
    return reached;
  }
}
