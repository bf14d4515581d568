package lastwords.kernelc.code;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.loop.PollBody;
import lastwords.kernelc.loop.PollTest;
import lastwords.kernelc.loop.Purity;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Local;
import lastwords.kernelc.tree.Parts;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.tree.Stmt;

/**
 * Finds loops that only wait, for memory to change or for a time, and compiles them so that waiting
 * costs nothing: the machine learns what is waited for and how long, and returns how many
 * iterations have passed.
 */
final class PollLoops {
  private static final int ENDLESS = -1;

  private final Emitter out;
  private final ValueCompiler values;
  private final BranchCompiler branches;
  private final ArithmeticCompiler arithmetic;
  private final Purity purity;
  private final BodyCompiler bodies;
  private final FunctionCode code;
  private final FrameLayout frame;

  PollLoops(
      Emitter out,
      ValueCompiler values,
      BranchCompiler branches,
      ArithmeticCompiler arithmetic,
      Purity purity,
      BodyCompiler bodies) {
    this.out = out;
    this.values = values;
    this.branches = branches;
    this.arithmetic = arithmetic;
    this.purity = purity;
    this.bodies = bodies;
    code = out.code();
    frame = out.frame();
  }

  /** What is waited for: conditions before and after the counter's test. */
  private record Conditions(List<Expr> before, Optional<PollTest> test, List<Expr> behind) {
    boolean all(Predicate<Expr> holds) {
      return before.stream().allMatch(holds) && behind.stream().allMatch(holds);
    }
  }

  /** Compiles the loop if it is a polling loop. */
  boolean compiled(Stmt.Loop loop) {
    Optional<PollBody> body = PollBody.of(loop.body(), loop.step());
    if (body.isEmpty()) {
      return false;
    }
    List<Expr> parts = new ArrayList<>();
    loop.condition().ifPresent(condition -> split(condition, parts));
    if (parts.isEmpty()) {
      return forever(body.get());
    }
    return conditions(parts, body.get())
        .map(found -> compile(found, body.get(), loop))
        .orElse(false);
  }

  /** As {@link #compiled(Stmt.Loop)}: one iteration first, then a loop that tests before each. */
  boolean compiled(Stmt.DoWhile loop) {
    Optional<PollBody> body = PollBody.of(loop.body(), Optional.empty());
    List<Expr> parts = new ArrayList<>();
    split(loop.condition(), parts);
    if (parts.isEmpty()) {
      return body.map(this::forever).orElse(false);
    }
    Optional<Conditions> found = body.flatMap(some -> conditions(parts, some));
    if (found.isEmpty()) {
      return false;
    }
    bodies.add(loop.body());
    return compile(found.get(), body.get(), loop);
  }

  /** Splits a condition into conjuncts; those that always hold are left out. */
  private static void split(Expr condition, List<Expr> parts) {
    if (condition instanceof Expr.Logical logical && logical.and()) {
      split(logical.left(), parts);
      split(logical.right(), parts);
    } else if (!(condition instanceof Expr.Constant constant) || constant.value() == 0) {
      parts.add(condition);
    }
  }

  private boolean forever(PollBody body) {
    if (!body.steps().isEmpty()) {
      return false;
    }
    code.emit(Op.FOREVER, 0, 0, 0);
    return true;
  }

  private Optional<Conditions> conditions(List<Expr> parts, PollBody body) {
    List<Expr> before = new ArrayList<>();
    List<Expr> behind = new ArrayList<>();
    Optional<PollTest> test = Optional.empty();
    for (Expr part : parts) {
      Optional<PollTest> here = test.isPresent() ? Optional.empty() : test(part, body);
      test = test.or(() -> here);
      if (here.isEmpty()) {
        (test.isPresent() ? behind : before).add(part);
      }
    }
    Conditions conditions = new Conditions(before, test, behind);
    return waits(conditions, body) ? Optional.of(conditions) : Optional.empty();
  }

  private static Optional<PollTest> test(Expr part, PollBody body) {
    return PollTest.of(part)
        .filter(test -> test.isCountable(step(test, body)))
        .filter(
            test -> test.limitVariable().map(limit -> isSteady(limit, test, body)).orElse(true));
  }

  private static long step(PollTest test, PollBody body) {
    return test.change() + body.steps().getOrDefault(test.counter(), 0L);
  }

  private static boolean isSteady(Local limit, PollTest test, PollBody body) {
    return limit != test.counter() && !body.steps().containsKey(limit) && !limit.addressTaken();
  }

  private boolean waits(Conditions conditions, PollBody body) {
    boolean something =
        body.waits() || (conditions.all(PollLoops::readsMemory) && !isOnlyTest(conditions));
    boolean counted = body.steps().isEmpty() || conditions.test().isPresent();
    return something
        && counted
        && conditions.all(purity::of)
        && conditions.all(
            e -> readsNone(e, conditions.test().map(PollTest::counter), body.steps()));
  }

  private static boolean isOnlyTest(Conditions conditions) {
    return conditions.before().isEmpty() && conditions.behind().isEmpty();
  }

  private static boolean readsMemory(Expr e) {
    boolean here =
        e instanceof Expr.Load load && !(load.place() instanceof Place.OfLocal)
            || e instanceof Expr.Call
            || e instanceof Expr.BuiltinCall;
    return here || Parts.of(e).stream().anyMatch(PollLoops::readsMemory);
  }

  /** Does the condition read none of the variables that the loop counts? */
  private static boolean readsNone(Expr e, Optional<Local> counter, Map<Local, Long> steps) {
    if (e instanceof Expr.Load load && load.place() instanceof Place.OfLocal place) {
      return !steps.containsKey(place.local()) && counter.filter(place.local()::equals).isEmpty();
    }
    return Parts.of(e).stream().allMatch(part -> readsNone(part, counter, steps));
  }

  private boolean compile(Conditions conditions, PollBody body, Stmt loop) {
    int mark = frame.mark();
    int wait = frame.temporary();
    int turns = frame.temporaries(2);
    int top = code.newLabel();
    int done = code.newLabel();
    int failed = code.newLabel();
    code.at(loop.spot().line());
    code.emit(Op.IMM, wait, 0, 0);
    code.mark(top);
    code.emit(Op.POLLBEGIN, 0, 0, 0);
    conditions.before().forEach(e -> branches.jump(e, done, false));
    conditions.test().ifPresent(test -> turns(test, step(test, body), turns, failed));
    conditions.behind().forEach(e -> branches.jump(e, failed, false));
    code.at(loop.spot().line());
    poll(conditions, body, wait, turns);
    code.jump(top);
    code.mark(failed);
    conditions.test().ifPresent(test -> add(test.counter(), test.change()));
    code.mark(done);
    frame.release(mark);
    return true;
  }

  private void turns(PollTest test, long step, int turns, int failed) {
    new PollCount(out, values, arithmetic, test, step).into(turns);
    code.jumpIf(turns, failed, false);
  }

  private void poll(Conditions conditions, PollBody body, int wait, int turns) {
    if (conditions.test().isEmpty()) {
      code.emit(Op.IMM, turns, ENDLESS, 0);
    }
    out.number(body.nanos(), turns + 1);
    code.emit(Op.POLL, wait, turns, 0);
    conditions
        .test()
        .filter(test -> !body.steps().containsKey(test.counter()))
        .ifPresent(test -> advance(test.counter(), test.change(), turns));
    body.steps()
        .forEach(
            (local, step) -> {
              long own =
                  conditions
                      .test()
                      .filter(test -> test.counter() == local)
                      .map(PollTest::change)
                      .orElse(0L);
              advance(local, step + own, turns);
            });
  }

  /** Sets the variable to its value after that many iterations. */
  private void advance(Local local, long step, int turns) {
    int slot = frame.slot(local);
    int mark = frame.mark();
    if (step == 1 || step == -1) {
      code.emit(step == 1 ? Op.ADD : Op.SUB, slot, slot, turns);
    } else if (step != 0) {
      int far = frame.temporary();
      out.number(step, far);
      code.emit(Op.MUL, far, far, turns);
      code.emit(Op.ADD, slot, slot, far);
    }
    arithmetic.narrow(slot, slot, local.type().integer().orElseThrow());
    frame.release(mark);
  }

  private void add(Local local, long change) {
    if (change != 0) {
      int slot = frame.slot(local);
      code.emit(Op.ADDI, slot, slot, (int) change);
      arithmetic.narrow(slot, slot, local.type().integer().orElseThrow());
    }
  }
}
