package lastwords.kernelc.code;

import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.link.CodeBuffer;
import lastwords.kernelc.link.DataLayout;
import lastwords.kernelc.link.Functions;
import lastwords.kernelc.link.Strings;
import lastwords.kernelc.loop.Purity;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.tree.Function;
import lastwords.kernelc.tree.Stmt;

/** Compiles one function of a kernel. */
public final class FunctionCompiler {
  private final Function function;
  private final CodeBuffer buffer;
  private final Emitter out;
  private StatementCompiler statements;

  public FunctionCompiler(
      Function function,
      Functions functions,
      DataLayout layout,
      Strings strings,
      CodeBuffer buffer,
      Purity purity) {
    this.function = function;
    this.buffer = buffer;
    out = new Emitter(functions, layout, strings, buffer);
    BodyCompiler bodies = new Nested();
    ExpressionCompiler expressions = new ExpressionCompiler(out, bodies, function);
    BranchCompiler branches = expressions.branches();
    PollLoops polls =
        new PollLoops(out, expressions, branches, expressions.arithmetic(), purity, bodies);
    statements = new StatementCompiler(out, expressions, branches, polls);
  }

  /** Statements inside expressions, polling loops, and inlined calls. */
  private final class Nested implements BodyCompiler {
    @Override
    public void add(Stmt statement) {
      statement.accept(statements);
    }

    @Override
    public void inlined(Stmt body, int result, int end) {
      StatementCompiler around = statements;
      statements = around.within(result, end);
      body.accept(statements);
      statements = around;
    }
  }

  public FunctionInfo compile(Problems problems) {
    FunctionCode code = out.code();
    FrameLayout frame = out.frame();
    code.in(function.spot().file());
    function.parameters().forEach(frame::variable);
    function.body().ifPresent(body -> body.accept(statements));
    code.emit(Op.RET, -1, 0, 0);
    int entry = buffer.size();
    boolean[] reached = out.finish(problems);
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
}
