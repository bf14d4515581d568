package lastwords.kernelc.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.kernelc.check.ConstantFolding;
import lastwords.kernelc.check.Conversions;
import lastwords.kernelc.check.Flow;
import lastwords.kernelc.grammar.KernelCBaseVisitor;
import lastwords.kernelc.grammar.KernelCParser;
import lastwords.kernelc.grammar.KernelCParser.BlockItemContext;
import lastwords.kernelc.grammar.KernelCParser.CompoundContext;
import lastwords.kernelc.grammar.KernelCParser.ExpressionContext;
import lastwords.kernelc.grammar.KernelCParser.StatementContext;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Symbol;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Stmt;
import lastwords.kernelc.type.FunctionType;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.Type;
import lastwords.kernelc.type.VoidType;
import org.antlr.v4.runtime.ParserRuleContext;

/** Reads statements. A wrong one is reported and left out; the others are still read. */
public final class Statements extends KernelCBaseVisitor<List<Stmt>> {
  private final Readers readers;
  private final Scope scope;
  private final Flow flow;

  public Statements(Readers readers) {
    this.readers = readers;
    scope = readers.scope();
    flow = scope.flow();
  }

  public Stmt.Block block(CompoundContext context) {
    scope.enter();
    try {
      return new Stmt.Block(Unit.spot(context), items(context.blockItem()));
    } finally {
      scope.leave();
    }
  }

  private List<Stmt> items(List<BlockItemContext> items) {
    List<Stmt> statements = new ArrayList<>();
    items.forEach(item -> statements.addAll(item(item)));
    return statements;
  }

  private List<Stmt> item(BlockItemContext item) {
    return item.declaration() != null
        ? new LocalDeclarations(readers).read(item.declaration())
        : statements(item.statement());
  }

  private List<Stmt> statements(StatementContext context) {
    List<Stmt> statements = new ArrayList<>();
    context.label().forEach(label -> statements.addAll(guarded(label)));
    if (context.unlabelled() != null) {
      statements.addAll(guarded(context.unlabelled()));
    }
    return statements;
  }

  private List<Stmt> guarded(ParserRuleContext context) {
    return scope.known().problems().guard(() -> visit(context), List.<Stmt>of());
  }

  /** A single statement, as a branch or as the body of a loop. */
  private Stmt alone(StatementContext context) {
    scope.enter();
    try {
      List<Stmt> statements = statements(context);
      return statements.size() == 1
          ? statements.get(0)
          : new Stmt.Block(Unit.spot(context), statements);
    } finally {
      scope.leave();
    }
  }

  /** {@code ({ … })}: its value is that of its last statement. */
  Expr blockValue(KernelCParser.StatementExpressionContext context) {
    Spot spot = Unit.spot(context);
    if (scope.function().isEmpty()) {
      throw new SourceError(spot, "expected a constant, not '({'");
    }
    List<BlockItemContext> items = context.compound().blockItem();
    scope.enter();
    try {
      Optional<ExpressionContext> last =
          items.isEmpty() ? Optional.empty() : lastValue(items.get(items.size() - 1));
      List<Stmt> statements = items(last.isPresent() ? items.subList(0, items.size() - 1) : items);
      Expr value =
          last.map(found -> readers.values().value(found))
              .orElseGet(() -> Conversions.cast(spot, VoidType.VOID, nothing(spot)));
      return new Expr.BlockValue(spot, new Stmt.Block(spot, statements), value);
    } finally {
      scope.leave();
    }
  }

  private static Expr nothing(Spot spot) {
    return ConstantFolding.number(spot, IntType.INT, 0);
  }

  private static Optional<ExpressionContext> lastValue(BlockItemContext item) {
    return item.statement() != null
            && item.statement().unlabelled() instanceof KernelCParser.EffectContext effect
        ? Optional.ofNullable(effect.expression())
        : Optional.empty();
  }

  @Override
  public List<Stmt> visitBlock(KernelCParser.BlockContext context) {
    return List.of(block(context.compound()));
  }

  @Override
  public List<Stmt> visitEffect(KernelCParser.EffectContext context) {
    if (context.expression() == null) {
      return List.of();
    }
    checkPointerDeclaration(context.expression());
    Expr value = readers.values().value(context.expression());
    if (value.type().struct().isPresent() || value.type().hasLock()) {
      throw new SourceError(value.spot(), "this statement does nothing");
    }
    return List.of(new Stmt.Effect(Unit.spot(context), value));
  }

  /** {@code foo_t *p;} is read as a product if foo_t is not a type. */
  private void checkPointerDeclaration(ExpressionContext context) {
    boolean product =
        context.expr(0) instanceof KernelCParser.BinaryContext binary
            && binary.op.getText().equals("*")
            && binary.expr(0) instanceof KernelCParser.NameContext
            && binary.expr(1) instanceof KernelCParser.NameContext;
    if (!product) {
      return;
    }
    KernelCParser.BinaryContext binary = (KernelCParser.BinaryContext) context.expr(0);
    String type = binary.expr(0).getText();
    String name = binary.expr(1).getText();
    if (scope.find(type).isEmpty()) {
      if (!scope.isDeclaredHere(name)) {
        scope.declare(name, new Symbol.Broken(Unit.spot(binary.expr(1))));
      }
      throw scope.unknownType(Unit.spot(binary), type);
    }
  }

  @Override
  public List<Stmt> visitIf(KernelCParser.IfContext context) {
    Optional<Expr> condition = condition(context.expression());
    Stmt yes = alone(context.statement(0));
    Optional<Stmt> no = Optional.ofNullable(context.statement(1)).map(this::alone);
    return condition
        .<List<Stmt>>map(test -> List.of(new Stmt.If(Unit.spot(context), test, yes, no)))
        .orElse(List.of());
  }

  private Optional<Expr> condition(ExpressionContext context) {
    return scope
        .known()
        .problems()
        .guard(() -> Optional.of(readers.values().condition(context)), Optional.<Expr>empty());
  }

  @Override
  public List<Stmt> visitWhile(KernelCParser.WhileContext context) {
    Optional<Expr> condition = condition(context.expression());
    Stmt body = flow.inLoop(() -> alone(context.statement()));
    return List.of(new Stmt.Loop(Unit.spot(context), condition, Optional.empty(), body));
  }

  @Override
  public List<Stmt> visitDo(KernelCParser.DoContext context) {
    Stmt body = flow.inLoop(() -> alone(context.statement()));
    Expr condition = readers.values().condition(context.expression());
    return List.of(new Stmt.DoWhile(Unit.spot(context), body, condition));
  }

  @Override
  public List<Stmt> visitFor(KernelCParser.ForContext context) {
    Spot spot = Unit.spot(context);
    scope.enter();
    try {
      List<Stmt> statements = new ArrayList<>(first(context));
      Optional<Expr> test = Optional.ofNullable(context.test).flatMap(this::condition);
      Optional<Expr> step =
          Optional.ofNullable(context.step)
              .flatMap(
                  found ->
                      scope
                          .known()
                          .problems()
                          .guard(
                              () -> Optional.of(readers.values().value(found)),
                              Optional.<Expr>empty()));
      Stmt body = flow.inLoop(() -> alone(context.statement()));
      statements.add(new Stmt.Loop(spot, test, step, body));
      return List.of(new Stmt.Block(spot, statements));
    } finally {
      scope.leave();
    }
  }

  private List<Stmt> first(KernelCParser.ForContext context) {
    if (context.declaration() != null) {
      return new LocalDeclarations(readers).read(context.declaration());
    }
    boolean has = context.getChild(2) instanceof ExpressionContext;
    if (!has) {
      return List.of();
    }
    ExpressionContext first = (ExpressionContext) context.getChild(2);
    return scope
        .known()
        .problems()
        .guard(
            () -> List.<Stmt>of(new Stmt.Effect(Unit.spot(first), readers.values().value(first))),
            List.<Stmt>of());
  }

  @Override
  public List<Stmt> visitSwitch(KernelCParser.SwitchContext context) {
    Expr value = Conversions.promoted(readers.values().value(context.expression()), "'switch'");
    List<Stmt.Case> cases = new ArrayList<>();
    Stmt body =
        flow.inSwitch(
            value.type().integer().orElseThrow(), cases, () -> alone(context.statement()));
    return List.of(new Stmt.Switch(Unit.spot(context), value, List.copyOf(cases), body));
  }

  @Override
  public List<Stmt> visitCase(KernelCParser.CaseContext context) {
    long low = readers.values().constant(context.expr(0), "a case", Long.MIN_VALUE, Long.MAX_VALUE);
    boolean range = context.expr().size() > 1;
    long high =
        range ? readers.values().constant(context.expr(1), "a case", low, Long.MAX_VALUE) : low;
    return List.of(flow.newCase(Unit.spot(context), low, high));
  }

  @Override
  public List<Stmt> visitDefault(KernelCParser.DefaultContext context) {
    return List.of(flow.newDefault(Unit.spot(context)));
  }

  @Override
  public List<Stmt> visitNamed(KernelCParser.NamedContext context) {
    String name = context.IDENT().getText();
    flow.label(Unit.spot(context), name);
    return List.of(new Stmt.Label(Unit.spot(context), name));
  }

  @Override
  public List<Stmt> visitGoto(KernelCParser.GotoContext context) {
    String name = context.IDENT().getText();
    flow.jump(Unit.spot(context.IDENT()), name);
    return List.of(new Stmt.Goto(Unit.spot(context), name));
  }

  @Override
  public List<Stmt> visitBreak(KernelCParser.BreakContext context) {
    flow.checkBreak(Unit.spot(context));
    return List.of(new Stmt.Break(Unit.spot(context)));
  }

  @Override
  public List<Stmt> visitContinue(KernelCParser.ContinueContext context) {
    flow.checkContinue(Unit.spot(context));
    return List.of(new Stmt.Continue(Unit.spot(context)));
  }

  @Override
  public List<Stmt> visitReturn(KernelCParser.ReturnContext context) {
    Spot spot = Unit.spot(context);
    FunctionType type = scope.function().orElseThrow().type();
    String name = Wording.quoted(scope.function().get().name());
    if (context.expression() == null) {
      if (!type.result().isVoid()) {
        throw new SourceError(
            spot,
            "expected a value of type "
                + Wording.quoted(type.result().text())
                + " to return from "
                + name);
      }
      return List.of(new Stmt.Return(spot, Optional.empty()));
    }
    Expr value = readers.values().value(context.expression());
    if (type.result().isVoid()) {
      return returnNothing(spot, value, name);
    }
    Type result = type.result();
    Expr converted = Conversions.assigned(value, result, "the result of " + name);
    return List.of(new Stmt.Return(spot, Optional.of(converted)));
  }

  /** {@code return f();} is allowed where both return nothing. */
  private static List<Stmt> returnNothing(Spot spot, Expr value, String name) {
    if (!value.type().isVoid()) {
      throw new SourceError(spot, "expected ';' after 'return': " + name + " returns nothing");
    }
    return List.of(new Stmt.Effect(spot, value), new Stmt.Return(spot, Optional.empty()));
  }
}
