package lastwords.kernelc.read;

import java.util.List;
import java.util.Optional;
import lastwords.kernelc.check.ConstantFolding;
import lastwords.kernelc.check.Conversions;
import lastwords.kernelc.grammar.KernelCBaseVisitor;
import lastwords.kernelc.grammar.KernelCParser;
import lastwords.kernelc.grammar.KernelCParser.ExprContext;
import lastwords.kernelc.source.NearestName;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Symbol;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Function;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.PointerType;
import lastwords.kernelc.type.StructType;
import lastwords.kernelc.type.Type;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.tree.RuleNode;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads expressions that name a place: variables, elements, members, targets of pointers. */
final class PlaceReader extends KernelCBaseVisitor<Place> implements Readers.Places {
  private final Readers readers;

  PlaceReader(Readers readers) {
    this.readers = readers;
  }

  @Override
  public Place of(ExprContext context) {
    return ifPlace(context).orElseThrow(() -> noPlace(context));
  }

  private SourceError noPlace(ExprContext context) {
    boolean unknown =
        context instanceof KernelCParser.NameContext
            && readers.scope().find(context.getText()).isEmpty();
    if (unknown) {
      return readers.scope().unknownVariable(Unit.spot(context), context.getText());
    }
    return new SourceError(
        Unit.spot(context),
        "expected a variable, an element or a member, not " + Wording.quoted(context.getText()));
  }

  /** Empty if the expression is only a value. */
  @Override
  public Optional<Place> ifPlace(ExprContext context) {
    return Optional.ofNullable(visit(context));
  }

  /** The function that the expression names. */
  @Override
  public Optional<Function> functionNamed(ExprContext context) {
    if (context instanceof KernelCParser.ParensContext parens
        && parens.expression().expr().size() == 1) {
      return functionNamed(parens.expression().expr(0));
    }
    return context instanceof KernelCParser.NameContext name
        ? readers.scope().find(name.IDENT().getText()).flatMap(Symbol::function)
        : Optional.empty();
  }

  /** Null: not a place. The generated visitor has no Optional. */
  @Override
  protected Place defaultResult() {
    return null;
  }

  @Override
  public Place visitChildren(RuleNode node) {
    return null;
  }

  /** The element one past the last may be pointed to, but not used. */
  static void checkInside(Place place, Spot spot) {
    if (place instanceof Place.Element element
        && ConstantFolding.constant(element.index()).isPresent()) {
      int length = element.array().length();
      if (ConstantFolding.constant(element.index()).getAsLong() >= length) {
        throw new SourceError(
            spot, "expected an index from 0 to " + (length - 1) + ", not " + length);
      }
    }
  }

  @Override
  public Place visitName(KernelCParser.NameContext context) {
    String name = context.IDENT().getText();
    Optional<Symbol> symbol = readers.scope().find(name);
    boolean perCpu = symbol.flatMap(Symbol::global).filter(global -> global.perCpu()).isPresent();
    if (perCpu) {
      throw new SourceError(
          Unit.spot(context),
          Wording.quoted(name)
              + " is a per-CPU variable: expected this_cpu_read("
              + name
              + ") or per_cpu("
              + name
              + ", cpu)");
    }
    return symbol.flatMap(Symbol::place).orElse(null);
  }

  @Override
  public Place visitParens(KernelCParser.ParensContext context) {
    List<ExprContext> inner = context.expression().expr();
    return inner.size() == 1 ? visit(inner.get(0)) : null;
  }

  @Override
  public Place visitCall(KernelCParser.CallContext context) {
    return readers.perCpuCalls().place(context).orElse(null);
  }

  @Override
  public Place visitCompoundLiteral(KernelCParser.CompoundLiteralContext context) {
    return null;
  }

  @Override
  public Place visitUnary(KernelCParser.UnaryContext context) {
    if (!context.op.getText().equals("*")) {
      return null;
    }
    return target(readers.values().value(context.expr()), Unit.spot(context));
  }

  /** The target of a pointer. */
  static Place target(Expr pointer, Spot spot) {
    PointerType type =
        pointer
            .type()
            .pointer()
            .orElseThrow(
                () ->
                    new SourceError(
                        spot, "expected a pointer, not " + Wording.quoted(pointer.type().text())));
    if (type.isToText()) {
      return new Place.Character(pointer, type.toConst());
    }
    if (pointer instanceof Expr.AddressOf address && address.place().type().equals(type.target())) {
      return address.place();
    }
    if (type.isToVoid()) {
      throw new SourceError(spot, "'void *' points to nothing that can be read; cast it first");
    }
    return new Place.Target(pointer, type.target(), type.toConst());
  }

  private Expr index(KernelCParser.IndexContext context) {
    Expr index = readers.values().value(context.expression());
    Conversions.integer(index, "an index");
    return Conversions.to(IntType.LONG, index);
  }

  @Override
  public Place visitIndex(KernelCParser.IndexContext context) {
    Spot spot = Unit.spot(context);
    Expr number = index(context);
    Optional<Place> base = ifPlace(context.expr());
    if (base.isPresent() && base.get().type().array().isPresent() && !base.get().type().isText()) {
      return element(base.get(), number, spot);
    }
    Expr pointer =
        base.map(place -> readers.values().loaded(place, spot))
            .orElseGet(() -> readers.values().value(context.expr()));
    if (pointer.type().pointer().isEmpty()) {
      throw new SourceError(
          spot,
          "expected an array or a pointer before '[', not "
              + Wording.quoted(pointer.type().text()));
    }
    return target(PointerOperators.moved(spot, pointer, number, "["), spot);
  }

  /** The element of an array that is a place. */
  @Override
  public Place elementOf(Place base, KernelCParser.IndexContext context) {
    Spot spot = Unit.spot(context);
    if (base.type().array().isEmpty()) {
      throw new SourceError(
          spot, "expected an array before '[', not " + Wording.quoted(base.type().text()));
    }
    if (!base.type().isText()) {
      return element(base, index(context), spot);
    }
    return target(
        PointerOperators.moved(spot, readers.values().loaded(base, spot), index(context), "["),
        spot);
  }

  private static Place element(Place base, Expr index, Spot spot) {
    int length = base.type().array().orElseThrow().length();
    ConstantFolding.constant(index).stream()
        .filter(known -> known < 0 || known > length)
        .forEach(
            known -> {
              throw new SourceError(
                  spot, "expected an index from 0 to " + (length - 1) + ", not " + known);
            });
    if (ConstantFolding.constant(index).isEmpty()) {
      base.noteReachedByOthers();
    }
    return new Place.Element(base, base.type().array().orElseThrow(), index);
  }

  @Override
  public Place visitMemberAccess(KernelCParser.MemberAccessContext context) {
    boolean arrow = context.op.getText().equals("->");
    return memberOf(arrow ? pointedTo(context.expr()) : of(context.expr()), context);
  }

  /** The member of a struct that is a place. */
  @Override
  public Place memberOf(Place base, KernelCParser.MemberAccessContext context) {
    StructType struct = struct(base.type(), Unit.spot((ParserRuleContext) context.expr()));
    TerminalNode name = (TerminalNode) context.getChild(2);
    return new Place.Member(base, member(struct, name.getText(), Unit.spot(name)));
  }

  private Place pointedTo(ExprContext context) {
    Expr pointer = readers.values().value(context);
    if (pointer.type().struct().isPresent()) {
      throw new SourceError(
          Unit.spot(context), "expected a pointer before '->'; a struct's member comes after '.'");
    }
    boolean toStruct = pointer.type().pointer().flatMap(type -> type.target().struct()).isPresent();
    if (!toStruct) {
      throw new SourceError(
          Unit.spot(context),
          "expected a pointer to a struct before '->', not "
              + Wording.quoted(pointer.type().text()));
    }
    return target(pointer, Unit.spot(context));
  }

  private static StructType struct(Type type, Spot spot) {
    if (type.pointer().isPresent()) {
      throw new SourceError(
          spot, "expected a struct before '.'; a pointer's member comes after '->'");
    }
    StructType struct =
        type.struct()
            .orElseThrow(
                () ->
                    new SourceError(
                        spot, "expected a struct before '.', not " + Wording.quoted(type.text())));
    if (!struct.isComplete()) {
      throw new SourceError(
          spot, Wording.quoted(struct.text()) + " is not defined here: its members are not known");
    }
    return struct;
  }

  static StructType.Member member(StructType struct, String name, Spot spot) {
    return struct.member(name).orElseThrow(() -> unknownMember(struct, name, spot));
  }

  private static SourceError unknownMember(StructType struct, String name, Spot spot) {
    if (struct.isDamaged()) {
      return SourceError.unsaid(spot);
    }
    return new SourceError(
        spot,
        Wording.quoted(struct.text())
            + " has no member "
            + Wording.quoted(name)
            + NearestName.hint(name, struct.memberNames()));
  }
}
