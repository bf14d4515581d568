package lastwords.kernelc.loop;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Function;
import lastwords.kernelc.tree.PartialVisitor;
import lastwords.kernelc.tree.Parts;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.tree.Stmt;

/**
 * Which expressions change nothing and always give the same value while memory stays the same: what
 * a polling loop may wait for.
 */
public final class Purity implements Stmt.Visitor<Boolean> {
  /** Builtins without side effects whose value changes only with memory or by an interrupt. */
  private static final Set<String> BUILTINS =
      new TreeSet<>(
          List.of(
              "smp_processor_id",
              "num_possible_cpus",
              "irqs_disabled",
              "hw_has_nmi",
              "hweight_long",
              "__ffs",
              "__fls",
              "raw_spin_is_locked",
              "lw_all_staged"));

  private final Map<Function, Boolean> known = new LinkedHashMap<>();
  private final Expressions outside = new Expressions(false);
  private final Expressions inside = new Expressions(true);

  public boolean of(Expr e) {
    return outside.pure(e);
  }

  /** Does a call of the function change nothing? */
  public boolean of(Function function) {
    Boolean before = known.putIfAbsent(function, false); // false during a recursion
    if (before != null) {
      return before;
    }
    boolean pure = function.body().filter(body -> body.accept(this)).isPresent();
    known.put(function, pure);
    return pure;
  }

  /** Does the function do nothing at all? */
  static boolean isEmpty(Function function) {
    return function.body().filter(Purity::isEmpty).isPresent();
  }

  private static boolean isEmpty(Stmt statement) {
    return statement instanceof Stmt.Block block
        && block.statements().stream().allMatch(Purity::isEmpty);
  }

  /**
   * Expressions outside pure functions, or inside them, where their own local variables may be
   * written.
   */
  private final class Expressions implements PartialVisitor<Void, Boolean> {
    private final boolean localStores;

    Expressions(boolean localStores) {
      this.localStores = localStores;
    }

    boolean pure(Expr e) {
      return e.accept(this, null) && Parts.of(e).stream().allMatch(this::pure);
    }

    @Override
    public Boolean other(Expr e, Void with) {
      return true;
    }

    @Override
    public Boolean store(Expr.Store e, Void with) {
      return localStores && isLocal(e.place());
    }

    @Override
    public Boolean update(Expr.Update e, Void with) {
      return localStores && isLocal(e.place());
    }

    @Override
    public Boolean copyStruct(Expr.CopyStruct e, Void with) {
      return localStores && isLocal(e.to());
    }

    @Override
    public Boolean call(Expr.Call e, Void with) {
      return of(e.function());
    }

    @Override
    public Boolean callPointer(Expr.CallPointer e, Void with) {
      return false;
    }

    @Override
    public Boolean builtin(Expr.BuiltinCall e, Void with) {
      return BUILTINS.contains(e.name());
    }

    @Override
    public Boolean atomic(Expr.Atomic e, Void with) {
      return false;
    }

    @Override
    public Boolean block(Expr.BlockValue e, Void with) {
      return localStores && e.block().accept(Purity.this);
    }

    @Override
    public Boolean vaStart(Expr.VaStart e, Void with) {
      return false;
    }
  }

  private static boolean isLocal(Place place) {
    if (place instanceof Place.Member member) {
      return isLocal(member.base());
    }
    if (place instanceof Place.Element element) {
      return isLocal(element.base());
    }
    return place instanceof Place.OfLocal;
  }

  private boolean all(Stream<Expr> expressions) {
    return expressions.allMatch(inside::pure);
  }

  private boolean all(List<Stmt> statements) {
    return statements.stream().allMatch(statement -> statement.accept(this));
  }

  @Override
  public Boolean block(Stmt.Block s) {
    return all(s.statements());
  }

  @Override
  public Boolean effect(Stmt.Effect s) {
    return inside.pure(s.expr());
  }

  @Override
  public Boolean initialise(Stmt.Initialise s) {
    return all(s.words().stream().map(word -> word.value()));
  }

  @Override
  public Boolean choice(Stmt.If s) {
    return inside.pure(s.condition())
        && s.yes().accept(this)
        && s.no().map(no -> no.accept(this)).orElse(true);
  }

  @Override
  public Boolean loop(Stmt.Loop s) {
    return all(Stream.of(s.condition(), s.step()).flatMap(Optional::stream))
        && s.body().accept(this);
  }

  @Override
  public Boolean doWhile(Stmt.DoWhile s) {
    return inside.pure(s.condition()) && s.body().accept(this);
  }

  @Override
  public Boolean switchOn(Stmt.Switch s) {
    return inside.pure(s.value()) && s.body().accept(this);
  }

  @Override
  public Boolean caseLabel(Stmt.Case s) {
    return true;
  }

  @Override
  public Boolean label(Stmt.Label s) {
    return true;
  }

  @Override
  public Boolean goTo(Stmt.Goto s) {
    return true;
  }

  @Override
  public Boolean breakOut(Stmt.Break s) {
    return true;
  }

  @Override
  public Boolean continueOn(Stmt.Continue s) {
    return true;
  }

  @Override
  public Boolean giveBack(Stmt.Return s) {
    return s.value().map(inside::pure).orElse(true);
  }
}
