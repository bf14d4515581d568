package lastwords.kernelc.read;

import lastwords.kernelc.check.ConstantFolding;
import lastwords.kernelc.check.Conversions;
import lastwords.kernelc.grammar.KernelCParser;
import lastwords.kernelc.grammar.KernelCParser.ExprContext;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Operator;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.tree.UnaryOperator;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.LockType;
import lastwords.kernelc.type.PointerType;
import lastwords.kernelc.type.Type;
import lastwords.kernelc.type.VoidType;
import org.antlr.v4.runtime.ParserRuleContext;

/** Gives operators their meaning in C: which types they accept, in which type they compute. */
final class Operators {
  private final Readers readers;

  Operators(Readers readers) {
    this.readers = readers;
  }

  static Operator operator(String text) {
    return switch (text) {
      case "+" -> Operator.ADD;
      case "-" -> Operator.SUB;
      case "*" -> Operator.MUL;
      case "/" -> Operator.DIV;
      case "%" -> Operator.MOD;
      case "&" -> Operator.AND;
      case "|" -> Operator.OR;
      case "^" -> Operator.XOR;
      case "<<" -> Operator.SHL;
      case ">>" -> Operator.SHR;
      case "==" -> Operator.EQ;
      case "!=" -> Operator.NE;
      case "<" -> Operator.LT;
      case "<=" -> Operator.LE;
      case ">" -> Operator.GT;
      default -> Operator.GE;
    };
  }

  Expr binary(Spot spot, String text, Expr left, Expr right) {
    Operator operator = operator(text);
    boolean pointers = left.type().pointer().isPresent() || right.type().pointer().isPresent();
    if (pointers) {
      return new PointerOperators(spot, text).binary(operator, left, right);
    }
    String what = Wording.quoted(text);
    if (operator.isShift()) {
      Expr value = Conversions.promoted(left, what);
      Expr count = Conversions.promoted(right, what);
      return ConstantFolding.binary(
          spot, operator, value, count, value.type().integer().orElseThrow());
    }
    IntType common =
        IntType.common(Conversions.integer(left, what), Conversions.integer(right, what));
    checkDivisor(spot, operator, right);
    return ConstantFolding.binary(
        spot, operator, Conversions.to(common, left), Conversions.to(common, right), common);
  }

  private static void checkDivisor(Spot spot, Operator operator, Expr right) {
    boolean divides = operator == Operator.DIV || operator == Operator.MOD;
    if (divides
        && ConstantFolding.constant(right).isPresent()
        && ConstantFolding.constant(right).getAsLong() == 0) {
      throw new SourceError(spot, "division by zero");
    }
  }

  Expr unary(KernelCParser.UnaryContext context) {
    Spot spot = Unit.spot(context);
    String text = context.op.getText();
    Expr operand = readers.values().value(context.expr());
    if (text.equals("!")) {
      return ConstantFolding.unary(
          spot, UnaryOperator.NOT, Conversions.condition(operand), IntType.INT);
    }
    Expr promoted = Conversions.promoted(operand, Wording.quoted(text));
    IntType type = promoted.type().integer().orElseThrow();
    return switch (text) {
      case "-" -> ConstantFolding.unary(spot, UnaryOperator.NEGATE, promoted, type);
      case "~" -> ConstantFolding.unary(spot, UnaryOperator.COMPLEMENT, promoted, type);
      default -> promoted;
    };
  }

  Expr address(KernelCParser.UnaryContext context) {
    Spot spot = Unit.spot(context);
    if (readers.places().functionNamed(context.expr()).isPresent()) {
      return readers.values().value(context.expr());
    }
    Place place = readers.places().of(context.expr());
    if (place instanceof Place.Character) {
      return ((Place.Character) place).pointer();
    }
    if (place.type() == IntType.CHAR) {
      throw new SourceError(
          spot,
          "the address of a 'char' variable cannot be taken: it is a number, not text;"
              + " use 'char name[N]'");
    }
    place.noteAddressTaken();
    return new Expr.AddressOf(spot, place, new PointerType(place.type(), place.isConst()));
  }

  /** {@code ++} and {@code --}. */
  Expr step(ParserRuleContext context, ExprContext target, String text, boolean post) {
    Expr one = ConstantFolding.number(Unit.spot(context), IntType.INT, 1);
    return update(Unit.spot(context), writable(target), text.substring(1), one, post);
  }

  Expr assign(KernelCParser.AssignContext context) {
    Spot spot = Unit.spot(context.op);
    Place place = writable(context.expr(0));
    Expr value = readers.values().value(context.expr(1));
    String text = context.op.getText();
    if (!text.equals("=")) {
      return update(spot, place, text.substring(0, text.length() - 1), value, false);
    }
    return store(Unit.spot(context), place, value);
  }

  static Expr store(Spot spot, Place place, Expr value) {
    if (place.type().struct().isPresent()) {
      return copy(spot, place, value);
    }
    if (place.type().array().isPresent()) {
      throw new SourceError(
          spot, "an array cannot be assigned" + (place.type().isText() ? "; use strscpy()" : ""));
    }
    place.noteWritten();
    return new Expr.Store(
        spot, place, Conversions.assigned(value, place.type(), "the right side of '='"));
  }

  private static Expr copy(Spot spot, Place place, Expr value) {
    if (value instanceof Expr.BlockValue literal && literal.value() instanceof Expr.Load) {
      return new Expr.BlockValue(spot, literal.block(), copy(spot, place, literal.value()));
    }
    if (!(value instanceof Expr.Load) || !value.type().same(place.type())) {
      throw new SourceError(
          spot,
          "expected "
              + Wording.quoted(place.type().text())
              + ", not "
              + Wording.quoted(value.type().text()));
    }
    if (place.type().hasLock()) {
      throw new SourceError(
          spot, Wording.quoted(place.type().text()) + " has a raw spinlock and cannot be copied");
    }
    place.noteWritten();
    return new Expr.CopyStruct(spot, place, ((Expr.Load) value).place());
  }

  /** The place on the left of an assignment. */
  Place writable(ExprContext context) {
    Place place = readers.places().of(context);
    PlaceReader.checkInside(place, Unit.spot(context));
    if (place.isConst()) {
      throw new SourceError(
          Unit.spot(context),
          Wording.quoted(context.getText()) + " is const and cannot be written");
    }
    if (place.type() instanceof LockType) {
      throw new SourceError(
          Unit.spot(context),
          "a raw spinlock cannot be assigned; raw_spin_lock_init() makes it unlocked");
    }
    return place;
  }

  static Expr update(Spot spot, Place place, String text, Expr operand, boolean post) {
    Operator operator = operator(text);
    String what = Wording.quoted(text + "=");
    place.noteWritten();
    if (place.type().pointer().isPresent()) {
      return PointerOperators.update(spot, place, text, operand, post);
    }
    if (place.type().integer().isEmpty()) {
      throw new SourceError(
          spot, what + " needs a number, not " + Wording.quoted(place.type().text()));
    }
    checkDivisor(spot, operator, operand);
    IntType mine = place.type().integer().get();
    IntType other = Conversions.integer(operand, what);
    IntType computed = operator.isShift() ? mine.promoted() : IntType.common(mine, other);
    Expr converted = Conversions.to(operator.isShift() ? other.promoted() : computed, operand);
    return new Expr.Update(spot, place, operator, converted, computed, post, false);
  }

  Expr conditional(KernelCParser.ConditionalContext context) {
    Spot spot = Unit.spot(context);
    Expr condition = Conversions.condition(readers.values().value(context.expr(0)));
    Expr no = readers.values().value(context.expr(1));
    if (context.expression() == null) {
      Type type = common(spot, condition, no);
      return new Expr.OrElse(spot, fit(condition, type), fit(no, type), type);
    }
    Expr yes = readers.values().value(context.expression());
    Type type = common(spot, yes, no);
    return ConstantFolding.conditional(spot, condition, fit(yes, type), fit(no, type), type);
  }

  private static Type common(Spot spot, Expr a, Expr b) {
    if (a.type().integer().isPresent() && b.type().integer().isPresent()) {
      return IntType.common(a.type().integer().get(), b.type().integer().get());
    }
    if (a.type().isVoid() || b.type().isVoid()) {
      return VoidType.VOID;
    }
    if (a.type().pointer().isPresent() || b.type().pointer().isPresent()) {
      return PointerOperators.common(spot, a, b);
    }
    throw new SourceError(
        spot,
        "expected two values of one type, not "
            + Wording.quoted(a.type().text())
            + " and "
            + Wording.quoted(b.type().text()));
  }

  private static Expr fit(Expr value, Type type) {
    if (type.isVoid()) {
      return new Expr.Convert(value.spot(), value, type);
    }
    return Conversions.assigned(value, type, "the value of '?:'");
  }
}
