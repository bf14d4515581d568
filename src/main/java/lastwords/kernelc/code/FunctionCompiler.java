package lastwords.kernelc.code;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.loop.Purity;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.tree.Function;

/**
 * Compiles one function: owns its code and frame, and the compilers of its parts, which need each
 * other.
 */
public final class FunctionCompiler {
  private final Function function;
  private final Functions functions;
  private final DataLayout layout;
  private final Strings strings;
  private final CodeBuffer buffer;
  private final Purity purity;
  private final FunctionCode code = new FunctionCode();
  private final FrameLayout frame = new FrameLayout();
  private final ExpressionCompiler expressions;
  private final BranchCompiler branches;
  private final Accesses accesses;
  private final ArithmeticCompiler arithmetic;
  private final CallCompiler calls;
  private final UpdateCompiler updates;
  private final InlineCalls inlines;
  private StatementCompiler statements;
  private final List<Undefined> undefined = new ArrayList<>();

  public FunctionCompiler(
      Function function,
      Functions functions,
      DataLayout layout,
      Strings strings,
      CodeBuffer buffer,
      Purity purity) {
    this.function = function;
    this.functions = functions;
    this.layout = layout;
    this.strings = strings;
    this.buffer = buffer;
    this.purity = purity;
    expressions = new ExpressionCompiler(this);
    branches = new BranchCompiler(this);
    accesses = new Accesses(this);
    arithmetic = new ArithmeticCompiler(this);
    calls = new CallCompiler(this);
    updates = new UpdateCompiler(this);
    inlines = new InlineCalls(this, function);
    statements = new StatementCompiler(this);
  }

  public FunctionInfo compile(Problems problems) {
    code.in(function.spot().file());
    function.parameters().forEach(frame::variable);
    function.body().ifPresent(body -> body.accept(statements));
    code.emit(Op.RET, -1, 0, 0);
    int entry = buffer.size();
    boolean[] reached = buffer.append(code);
    undefined.forEach(use -> use.report(reached, problems));
    if (reached[code.size() - 1] && !function.type().result().isVoid()) {
      problems.add(
          function.spot(),
          "expected 'return' at the end of "
              + Wording.quoted(function.name())
              + ", which returns "
              + Wording.quoted(function.type().result().text()));
    }
    if (frame.words() > FrameLayout.MOST) {
      problems.add(
          function.spot(), "expected at most " + FrameLayout.MOST + " words of local variables");
    }
    return new FunctionInfo(
        function.name(),
        function.spot().file(),
        function.spot().line(),
        entry,
        buffer.size(),
        function.parameters().size(),
        frame.words(),
        function.type().variadic(),
        function.inline(),
        function.vector());
  }

  /** The number of a function that the next instruction uses. */
  int numberOf(Function used, Spot spot) {
    OptionalInt number = functions.number(used);
    if (number.isEmpty()) {
      undefined.add(new Undefined(used, spot, code.size()));
    }
    return number.orElse(0);
  }

  /** A use of a function that is declared but not defined: wrong only in code that can run. */
  private record Undefined(Function used, Spot spot, int instruction) {
    void report(boolean[] reached, Problems problems) {
      if (reached[instruction]) {
        problems.add(spot, Functions.undefined(used));
      }
    }
  }

  DataLayout layout() {
    return layout;
  }

  Strings strings() {
    return strings;
  }

  CodeBuffer buffer() {
    return buffer;
  }

  Purity purity() {
    return purity;
  }

  FunctionCode code() {
    return code;
  }

  FrameLayout frame() {
    return frame;
  }

  ExpressionCompiler expressions() {
    return expressions;
  }

  BranchCompiler branches() {
    return branches;
  }

  Accesses accesses() {
    return accesses;
  }

  ArithmeticCompiler arithmetic() {
    return arithmetic;
  }

  CallCompiler calls() {
    return calls;
  }

  UpdateCompiler updates() {
    return updates;
  }

  InlineCalls inlines() {
    return inlines;
  }

  StatementCompiler statements() {
    return statements;
  }

  /** The statements that follow belong to another body. */
  void continueWith(StatementCompiler body) {
    statements = body;
  }
}
