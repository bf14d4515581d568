package lastwords.kernelc.loop;

import java.util.Optional;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Local;
import lastwords.kernelc.tree.Operator;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.tree.UnaryOperator;
import lastwords.kernelc.type.IntType;

/**
 * The test of a polling loop's counter: {@code counter + before [operator limit]}.
 *
 * @param before what the test itself adds before it compares ({@code --t})
 * @param change what the test itself adds in total
 * @param limit a constant, or a local variable that the loop does not change; absent: zero,
 *     compared with {@code !=}
 */
public record PollTest(
    Local counter, long before, long change, Operator operator, Optional<Expr> limit) {
  public IntType type() {
    return counter.type().integer().orElseThrow();
  }

  /** The condition as such a test, if it is one. */
  public static Optional<PollTest> of(Expr condition) {
    Expr e = unwrapped(condition);
    if (e instanceof Expr.Binary binary
        && binary.operator().isComparison()
        && isLimit(binary.right())) {
      return of(unwrapped(binary.left()), binary.operator(), Optional.of(binary.right()));
    }
    return of(e, Operator.NE, Optional.empty());
  }

  private static Expr unwrapped(Expr e) {
    if (e instanceof Expr.Convert convert && convert.operand().type().integer().isPresent()) {
      IntType inner = convert.operand().type().integer().get();
      boolean same =
          convert.type().integer().filter(type -> type.bits() >= inner.bits()).isPresent();
      return same ? unwrapped(convert.operand()) : e;
    }
    if (e instanceof Expr.Unary outer
        && outer.operator() == UnaryOperator.NOT
        && outer.operand() instanceof Expr.Unary inner
        && inner.operator() == UnaryOperator.NOT) {
      return unwrapped(inner.operand());
    }
    return e;
  }

  private static boolean isLimit(Expr e) {
    Expr plain = unwrapped(e);
    boolean local = plain instanceof Expr.Load load && load.place() instanceof Place.OfLocal;
    return plain instanceof Expr.Constant || local;
  }

  private static Optional<PollTest> of(Expr e, Operator operator, Optional<Expr> limit) {
    Optional<PollBody.Counting> counting = PollBody.Counting.of(e);
    if (counting.isPresent()) {
      long step = counting.get().step();
      long before = counting.get().post() ? 0 : step;
      return Optional.of(new PollTest(counting.get().local(), before, step, operator, limit));
    }
    boolean plain =
        e instanceof Expr.Load load
            && load.place() instanceof Place.OfLocal place
            && !place.local().addressTaken()
            && place
                .local()
                .type()
                .integer()
                .filter(type -> type.bits() >= IntType.INT.bits())
                .isPresent();
    if (!plain) {
      return Optional.empty();
    }
    Local local = ((Place.OfLocal) ((Expr.Load) e).place()).local();
    return Optional.of(new PollTest(local, 0, 0, operator, limit));
  }

  /** Is the number of iterations easy to compute, if each moves the counter by {@code step}? */
  public boolean isCountable(long step) {
    return switch (operator) {
      case NE -> Math.abs(step) == 1;
      case LT, LE -> step > 0;
      case GT, GE -> step < 0;
      default -> false;
    };
  }

  /** The variable that is the limit, if it is one. */
  public Optional<Local> limitVariable() {
    return limit
        .map(PollTest::unwrapped)
        .filter(Expr.Load.class::isInstance)
        .map(e -> ((Place.OfLocal) ((Expr.Load) e).place()).local());
  }
}
