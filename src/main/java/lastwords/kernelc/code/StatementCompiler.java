package lastwords.kernelc.code;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.InitialWord;
import lastwords.kernelc.tree.Stmt;
import lastwords.kernelc.type.WordPath;

/** Compiles statements. */
final class StatementCompiler implements Stmt.Visitor<Void> {
  private static final int NOWHERE = -1;

  private final Emitter out;
  private final ValueCompiler values;
  private final BranchCompiler branches;
  private final FunctionCode code;
  private final FrameLayout frame;
  private final Deque<Around> around = new ArrayDeque<>();
  private final Map<String, Integer> labels = new LinkedHashMap<>();
  private final PollLoops polls;
  private final int result;
  private final int end;

  /** An enclosing loop or switch: the targets of break and continue, and the switch's cases. */
  private record Around(int out, int next, Map<Stmt.Case, Integer> cases) {}

  StatementCompiler(Emitter out, ValueCompiler values, BranchCompiler branches, PollLoops polls) {
    this(out, values, branches, polls, NOWHERE, NOWHERE);
  }

  private StatementCompiler(
      Emitter out,
      ValueCompiler values,
      BranchCompiler branches,
      PollLoops polls,
      int result,
      int end) {
    this.out = out;
    this.values = values;
    this.branches = branches;
    this.polls = polls;
    this.result = result;
    this.end = end;
    code = out.code();
    frame = out.frame();
  }

  /** For a body inlined in this function: a return leaves its value in a slot and jumps. */
  StatementCompiler within(int newResult, int newEnd) {
    return new StatementCompiler(out, values, branches, polls, newResult, newEnd);
  }

  private void compile(Stmt statement) {
    code.at(statement.spot().line());
    statement.accept(this);
  }

  @Override
  public Void block(Stmt.Block s) {
    int mark = frame.mark();
    s.statements().forEach(this::compile);
    frame.release(mark);
    return null;
  }

  @Override
  public Void effect(Stmt.Effect s) {
    values.effect(s.expr());
    return null;
  }

  @Override
  public Void initialise(Stmt.Initialise s) {
    boolean zero = frame.nextIsZero();
    int slot = frame.variable(s.local());
    Map<Integer, Expr> initial = new TreeMap<>();
    for (InitialWord word : s.words()) {
      initial.put(word.word(), word.value());
    }
    for (WordPath path : WordPath.all(s.local().type())) {
      Expr value = initial.get(path.word());
      if (value != null) {
        values.into(value, slot + path.word());
      } else if (path.type().isText()) {
        code.emit(Op.CHARS, slot + path.word(), 0, (int) path.type().size());
      } else if (!zero) {
        code.emit(Op.IMM, slot + path.word(), 0, 0);
      }
    }
    return null;
  }

  @Override
  public Void choice(Stmt.If s) {
    int no = code.newLabel();
    branches.jump(s.condition(), no, false);
    compile(s.yes());
    if (s.no().isEmpty()) {
      code.mark(no);
      return null;
    }
    int end = code.newLabel();
    code.jump(end);
    code.mark(no);
    compile(s.no().get());
    code.mark(end);
    return null;
  }

  @Override
  public Void loop(Stmt.Loop s) {
    frame.touchAll();
    if (polls.compiled(s)) {
      return null;
    }
    int top = code.newLabel();
    int test = code.newLabel();
    Around loop = new Around(code.newLabel(), code.newLabel(), Map.of());
    code.jump(test);
    code.mark(top);
    inside(loop, s.body());
    code.mark(loop.next());
    s.step().ifPresent(step -> values.effect(step));
    code.mark(test);
    jumpBack(s.condition(), top, s);
    code.mark(loop.out());
    return null;
  }

  private void jumpBack(Optional<Expr> condition, int top, Stmt s) {
    code.at(s.spot().line());
    if (condition.isPresent()) {
      branches.jump(condition.get(), top, true);
    } else {
      code.jump(top);
    }
  }

  private void inside(Around loop, Stmt body) {
    around.push(loop);
    compile(body);
    around.pop();
  }

  @Override
  public Void doWhile(Stmt.DoWhile s) {
    frame.touchAll();
    if (polls.compiled(s)) {
      return null;
    }
    int top = code.newLabel();
    Around loop = new Around(code.newLabel(), code.newLabel(), Map.of());
    code.mark(top);
    inside(loop, s.body());
    code.mark(loop.next());
    branches.jump(s.condition(), top, true);
    code.mark(loop.out());
    return null;
  }

  @Override
  public Void switchOn(Stmt.Switch s) {
    Map<Stmt.Case, Integer> cases = new LinkedHashMap<>();
    s.cases().forEach(one -> cases.put(one, code.newLabel()));
    int next = around.stream().findFirst().map(Around::next).orElse(NOWHERE);
    Around inner = new Around(code.newLabel(), next, cases);
    int otherwise =
        cases.entrySet().stream()
            .filter(one -> one.getKey().isDefault())
            .findFirst()
            .map(Map.Entry::getValue)
            .orElse(inner.out());
    new SwitchCompiler(out, values, cases, otherwise).jumps(s.value());
    inside(inner, s.body());
    code.mark(inner.out());
    return null;
  }

  @Override
  public Void caseLabel(Stmt.Case s) {
    around.stream()
        .filter(outer -> outer.cases().containsKey(s))
        .findFirst()
        .ifPresent(outer -> code.mark(outer.cases().get(s)));
    return null;
  }

  private int label(String name) {
    return labels.computeIfAbsent(name, key -> code.newLabel());
  }

  @Override
  public Void label(Stmt.Label s) {
    frame.touchAll();
    code.mark(label(s.name()));
    return null;
  }

  @Override
  public Void goTo(Stmt.Goto s) {
    code.jump(label(s.name()));
    return null;
  }

  @Override
  public Void breakOut(Stmt.Break s) {
    code.jump(around.element().out());
    return null;
  }

  @Override
  public Void continueOn(Stmt.Continue s) {
    code.jump(around.element().next());
    return null;
  }

  @Override
  public Void giveBack(Stmt.Return s) {
    if (end != NOWHERE) {
      return leave(s);
    }
    int mark = frame.mark();
    int value = s.value().map(result -> values.any(result)).orElse(NOWHERE);
    code.at(s.spot().line());
    code.emit(Op.RET, value, 0, 0);
    frame.release(mark);
    return null;
  }

  private Void leave(Stmt.Return s) {
    int mark = frame.mark();
    s.value().ifPresent(value -> values.into(value, result));
    code.at(s.spot().line());
    code.jump(end);
    frame.release(mark);
    return null;
  }
}
