package lastwords.kernelc.loop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Local;
import lastwords.kernelc.tree.Operator;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.tree.Stmt;
import lastwords.kernelc.type.IntType;

/**
 * What one iteration of a polling loop does apart from its test: wait for a known time, and count.
 */
public final class PollBody {

  private final Map<Local, Long> steps = new LinkedHashMap<>();
  private long nanos;
  private boolean waits;

  private PollBody() {}

  /** The body of a loop and its step; empty if they do more than wait and count. */
  public static Optional<PollBody> of(Stmt body, Optional<Expr> step) {
    PollBody found = new PollBody();
    boolean all = found.takes(body) && step.map(found::takes).orElse(true);
    return all ? Optional.of(found) : Optional.empty();
  }

  /** How far an iteration moves each variable that it counts. */
  public Map<Local, Long> steps() {
    return steps;
  }

  /** Constant delays of an iteration, in ns. */
  public long nanos() {
    return nanos;
  }

  /** Is there a delay, or a cpu_relax()? */
  public boolean waits() {
    return waits;
  }

  private boolean takes(Stmt statement) {
    if (statement instanceof Stmt.Block block) {
      return block.statements().stream().allMatch(this::takes);
    }
    if (statement instanceof Stmt.DoWhile once && isZero(once.condition())) {
      return takes(once.body());
    }
    return statement instanceof Stmt.Effect effect && takes(effect.expr());
  }

  private static boolean isZero(Expr e) {
    return e instanceof Expr.Constant constant && constant.value() == 0;
  }

  private boolean takes(Expr e) {
    if (e instanceof Expr.Convert convert && convert.type().isVoid()) {
      return takes(convert.operand());
    }
    if (e instanceof Expr.Comma comma) {
      return takes(comma.first()) && takes(comma.second());
    }
    if (e instanceof Expr.BlockValue block) {
      return takes(block.block()) && takes(block.value());
    }
    if (e instanceof Expr.Call call) {
      return Purity.isEmpty(call.function())
          && call.further().isEmpty()
          && isConstant(call.named());
    }
    return e instanceof Expr.Constant || takesWait(e) || takesStep(e);
  }

  private static boolean isConstant(List<Expr> arguments) {
    return arguments.stream().allMatch(Expr.Constant.class::isInstance);
  }

  private boolean takesWait(Expr e) {
    if (!(e instanceof Expr.BuiltinCall call)) {
      return false;
    }
    boolean relax = call.name().equals("cpu_relax");
    boolean delay = unit(call.name()) > 0 && isConstant(call.arguments());
    if (delay) {
      nanos += unit(call.name()) * ((Expr.Constant) call.arguments().get(0)).value();
    }
    waits |= relax || delay;
    return relax || delay;
  }

  /** The unit of a delay's argument in ns; 0 if it is not a delay. */
  private static long unit(String builtin) {
    return switch (builtin) {
      case "ndelay" -> 1;
      case "udelay" -> 1_000;
      case "mdelay" -> 1_000_000;
      default -> 0;
    };
  }

  private boolean takesStep(Expr e) {
    Optional<Counting> counting = Counting.of(e);
    counting.ifPresent(found -> steps.merge(found.local(), found.step(), Long::sum));
    return counting.isPresent();
  }

  /** {@code i++}, {@code t -= 10}: a local variable moved by a constant. */
  record Counting(Local local, long step, boolean post) {
    static Optional<Counting> of(Expr e) {
      if (!(e instanceof Expr.Update update) || !(update.place() instanceof Place.OfLocal place)) {
        return Optional.empty();
      }
      Local local = place.local();
      boolean number =
          local.type().integer().filter(type -> type.bits() >= IntType.INT.bits()).isPresent();
      boolean sum = update.operator() == Operator.ADD || update.operator() == Operator.SUB;
      boolean known =
          update.operand() instanceof Expr.Constant && number && sum && !local.addressTaken();
      if (!known) {
        return Optional.empty();
      }
      long step = ((Expr.Constant) update.operand()).value();
      return Optional.of(
          new Counting(local, update.operator() == Operator.ADD ? step : -step, update.post()));
    }
  }
}
