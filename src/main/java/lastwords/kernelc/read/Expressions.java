package lastwords.kernelc.read;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import lastwords.kernelc.check.ConstantFolding;
import lastwords.kernelc.check.Conversions;
import lastwords.kernelc.grammar.KernelCBaseVisitor;
import lastwords.kernelc.grammar.KernelCParser;
import lastwords.kernelc.grammar.KernelCParser.ExprContext;
import lastwords.kernelc.grammar.KernelCParser.ExpressionContext;
import lastwords.kernelc.source.Literals;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Symbol;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.type.ArrayType;
import lastwords.kernelc.type.FunctionType;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.PointerType;
import lastwords.kernelc.type.Type;
import lastwords.kernelc.type.VoidType;

/** Reads expressions for their values. */
final class Expressions extends KernelCBaseVisitor<Expr> implements Readers.Values {
  private final Readers readers;
  private final Operators operators;

  Expressions(Readers readers) {
    this.readers = readers;
    operators = new Operators(readers);
  }

  @Override
  public Expr value(ExprContext context) {
    return visit(context);
  }

  /** The value of the last of the comma-separated expressions. */
  @Override
  public Expr value(ExpressionContext context) {
    Expr result = value(context.expr(0));
    for (int i = 1; i < context.expr().size(); i++) {
      Expr next = value(context.expr(i));
      boolean constant = ConstantFolding.constant(result).isPresent();
      result = constant ? next : new Expr.Comma(Unit.spot(context), result, next);
    }
    return result;
  }

  @Override
  public Expr condition(ExpressionContext context) {
    return Conversions.condition(value(context));
  }

  @Override
  public Place writable(ExprContext context) {
    return operators.writable(context);
  }

  /** A number that is known at compile time. */
  @Override
  public long constant(ExprContext context, String what, long least, long most) {
    Expr value = value(context);
    OptionalLong known = ConstantFolding.constant(value);
    if (known.isEmpty() || value.type().integer().isEmpty()) {
      throw new SourceError(value.spot(), "expected a constant for " + what);
    }
    long number = known.getAsLong();
    if (number < least || number > most) {
      String range = " from " + least + " to " + most;
      throw new SourceError(value.spot(), "expected " + what + range + ", not " + number);
    }
    return number;
  }

  /** The type of an expression, without array decay. */
  @Override
  public Type typeOf(ExpressionContext context) {
    ExprContext last = context.expr(context.expr().size() - 1);
    return readers.places().ifPlace(last).map(Place::type).orElseGet(() -> value(last).type());
  }

  private Type typeOf(ExprContext context) {
    return readers.places().ifPlace(context).map(Place::type).orElseGet(() -> typeOfValue(context));
  }

  private Type typeOfValue(ExprContext context) {
    // A string literal is an array of its length until it is used.
    Expr value = value(context);
    return value instanceof Expr.Text text
        ? new ArrayType(IntType.CHAR, text.text().length() + 1)
        : value.type();
  }

  /** The value of a place. */
  @Override
  public Expr loaded(Place place, Spot spot) {
    if (place.type().array().isPresent()) {
      place.noteAddressTaken();
      Type element = place.type().array().get().element();
      return new Expr.AddressOf(spot, place, new PointerType(element, place.isConst()));
    }
    if (FunctionType.of(place.type()).isPresent() && place instanceof Place.Target) {
      return ((Place.Target) place).pointer();
    }
    PlaceReader.checkInside(place, spot);
    return new Expr.Load(spot, place);
  }

  private Expr loaded(ExprContext context) {
    return loaded(readers.places().of(context), Unit.spot(context));
  }

  @Override
  public Expr visitName(KernelCParser.NameContext context) {
    String name = context.IDENT().getText();
    Spot spot = Unit.spot(context);
    Optional<Symbol> symbol = readers.scope().find(name);
    if (symbol.isPresent()) {
      return symbol.get().value(spot).orElseGet(() -> loaded(context));
    }
    return named(name, spot);
  }

  private Expr named(String name, Spot spot) {
    if (name.equals("__func__")) {
      return new Expr.Text(
          spot, readers.scope().function().map(function -> function.name()).orElse(""));
    }
    if (name.equals("NULL")) {
      return new Expr.Constant(spot, VoidType.POINTER, 0);
    }
    if (name.equals("true") || name.equals("false")) {
      return ConstantFolding.number(spot, IntType.INT, name.equals("true") ? 1 : 0);
    }
    if (name.startsWith("CONFIG_")) {
      return readers.specialCalls().config(name, spot);
    }
    throw readers.scope().unknownVariable(spot, name);
  }

  @Override
  public Expr visitInteger(KernelCParser.IntegerContext context) {
    Spot spot = Unit.spot(context);
    Literals.Number number = Literals.integer(context.getText(), spot);
    return new Expr.Constant(spot, type(number, spot), number.value());
  }

  private static IntType type(Literals.Number number, Spot spot) {
    boolean fitsInt = !number.longSuffix();
    long value = number.value();
    if (fitsInt && !number.unsignedSuffix() && value >= 0 && value <= Integer.MAX_VALUE) {
      return IntType.INT;
    }
    boolean mayBeUnsigned = number.unsignedSuffix() || !number.decimal();
    if (fitsInt && mayBeUnsigned && value >= 0 && value <= IntType.UINT.max()) {
      return IntType.UINT;
    }
    if (value >= 0 && !number.unsignedSuffix()) {
      return IntType.LONG;
    }
    if (!mayBeUnsigned) {
      throw new SourceError(spot, "this number is too large for 'long'; add a 'u'");
    }
    return IntType.ULONG;
  }

  @Override
  public Expr visitCharacter(KernelCParser.CharacterContext context) {
    Spot spot = Unit.spot(context);
    return ConstantFolding.number(spot, IntType.INT, Literals.character(context.getText(), spot));
  }

  @Override
  public Expr visitString(KernelCParser.StringContext context) {
    String text =
        context.STRING().stream()
            .map(part -> Literals.string(part.getText(), Unit.spot(part)))
            .collect(Collectors.joining());
    return new Expr.Text(Unit.spot(context), text);
  }

  @Override
  public Expr visitParens(KernelCParser.ParensContext context) {
    return value(context.expression());
  }

  @Override
  public Expr visitStatementExpression(KernelCParser.StatementExpressionContext context) {
    return new Statements(readers).blockValue(context);
  }

  @Override
  public Expr visitContainerOf(KernelCParser.ContainerOfContext context) {
    return readers.specialCalls().containerOf(context);
  }

  @Override
  public Expr visitOffsetOf(KernelCParser.OffsetOfContext context) {
    return readers.specialCalls().offsetOf(context);
  }

  @Override
  public Expr visitVaArg(KernelCParser.VaArgContext context) {
    throw new SourceError(
        Unit.spot(context),
        "va_arg() is not supported: pass the va_list on to vsnprintf() or vscnprintf()");
  }

  @Override
  public Expr visitIndex(KernelCParser.IndexContext context) {
    return loaded(context);
  }

  @Override
  public Expr visitMemberAccess(KernelCParser.MemberAccessContext context) {
    return loaded(context);
  }

  @Override
  public Expr visitCompoundLiteral(KernelCParser.CompoundLiteralContext context) {
    return readers.initialisers().literal(context);
  }

  @Override
  public Expr visitCall(KernelCParser.CallContext context) {
    return readers.calls().call(context);
  }

  @Override
  public Expr visitPostfix(KernelCParser.PostfixContext context) {
    return operators.step(context, context.expr(), context.op.getText(), true);
  }

  @Override
  public Expr visitPrefix(KernelCParser.PrefixContext context) {
    return operators.step(context, context.expr(), context.op.getText(), false);
  }

  @Override
  public Expr visitUnary(KernelCParser.UnaryContext context) {
    return switch (context.op.getText()) {
      case "&" -> operators.address(context);
      case "*" -> loaded(context);
      default -> operators.unary(context);
    };
  }

  @Override
  public Expr visitSizeofType(KernelCParser.SizeofTypeContext context) {
    return size(readers.types().named(context.typeName()), Unit.spot(context));
  }

  @Override
  public Expr visitSizeofValue(KernelCParser.SizeofValueContext context) {
    return size(typeOf(context.expr()), Unit.spot(context));
  }

  private static Expr size(Type type, Spot spot) {
    if (!type.isComplete()) {
      throw new SourceError(
          spot, "the size of " + Wording.quoted(type.text()) + " is not known here");
    }
    return ConstantFolding.number(spot, IntType.ULONG, type.size());
  }

  @Override
  public Expr visitCast(KernelCParser.CastContext context) {
    Type type = readers.types().named(context.typeName());
    return Conversions.cast(Unit.spot(context), type, value(context.expr()));
  }

  @Override
  public Expr visitBinary(KernelCParser.BinaryContext context) {
    List<ExprContext> operands = context.expr();
    Expr left = value(operands.get(0));
    return operators.binary(
        Unit.spot(context.op), context.op.getText(), left, value(operands.get(1)));
  }

  @Override
  public Expr visitLogical(KernelCParser.LogicalContext context) {
    Expr left = Conversions.condition(value(context.expr(0)));
    Expr right = Conversions.condition(value(context.expr(1)));
    return ConstantFolding.logical(
        Unit.spot(context.op), context.op.getText().equals("&&"), left, right);
  }

  @Override
  public Expr visitConditional(KernelCParser.ConditionalContext context) {
    return operators.conditional(context);
  }

  @Override
  public Expr visitAssign(KernelCParser.AssignContext context) {
    return operators.assign(context);
  }
}
