package lastwords.kernelc.read;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import lastwords.kernelc.check.ConstantFolding;
import lastwords.kernelc.check.Conversions;
import lastwords.kernelc.grammar.KernelCParser;
import lastwords.kernelc.grammar.KernelCParser.CallContext;
import lastwords.kernelc.grammar.KernelCParser.ExprContext;
import lastwords.kernelc.grammar.KernelCParser.MemberPathContext;
import lastwords.kernelc.source.NearestName;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.PointerType;
import lastwords.kernelc.type.StructType;
import lastwords.kernelc.type.Type;
import lastwords.kernelc.type.VaListType;
import lastwords.kernelc.type.VoidType;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads what looks like a call and is implemented by the compiler. */
final class SpecialCalls implements Readers.Specials {
  private final Readers readers;

  SpecialCalls(Readers readers) {
    this.readers = readers;
  }

  @Override
  public Expr value(CallContext context, String name) {
    List<ExprContext> arguments = Calls.arguments(context);
    Calls.checkCount(Unit.spot(context), name, arguments.size(), isTwo(name) ? 2 : 1, false);
    BiFunction<Spot, List<ExprContext>, Expr> reader =
        switch (name) {
          case "READ_ONCE" -> this::readOnce;
          case "WRITE_ONCE" -> this::writeOnce;
          case "IS_ENABLED" -> this::isEnabled;
          case "ARRAY_SIZE" -> this::arraySize;
          case "BUILD_BUG_ON" -> this::buildBug;
          case "va_start" -> this::vaStart;
          case "va_end" -> this::vaEnd;
          default -> this::vaCopy;
        };
    return reader.apply(Unit.spot(context), arguments);
  }

  private static boolean isTwo(String name) {
    return List.of("WRITE_ONCE", "va_start", "va_copy").contains(name);
  }

  private Expr readOnce(Spot spot, List<ExprContext> arguments) {
    Place place = readers.places().of(arguments.get(0));
    if (!place.type().isScalar()) {
      throw new SourceError(
          spot, "'READ_ONCE' needs one word, not " + Wording.quoted(place.type().text()));
    }
    return new Expr.Load(spot, place);
  }

  private Expr writeOnce(Spot spot, List<ExprContext> arguments) {
    Place place = readers.values().writable(arguments.get(0));
    if (!place.type().isScalar()) {
      throw new SourceError(
          spot, "'WRITE_ONCE' needs one word, not " + Wording.quoted(place.type().text()));
    }
    place.noteWritten();
    Expr value = readers.values().value(arguments.get(1));
    return new Expr.Store(
        spot, place, Conversions.assigned(value, place.type(), "argument 1 of 'WRITE_ONCE'"));
  }

  private Expr isEnabled(Spot spot, List<ExprContext> arguments) {
    if (!(arguments.get(0) instanceof KernelCParser.NameContext)) {
      return ConstantFolding.number(
          spot,
          IntType.INT,
          readers
                      .values()
                      .constant(arguments.get(0), "'IS_ENABLED'", Long.MIN_VALUE, Long.MAX_VALUE)
                  == 0
              ? 0
              : 1);
    }
    long value = readers.scope().known().config().getOrDefault(arguments.get(0).getText(), 0L);
    return ConstantFolding.number(spot, IntType.INT, value == 0 ? 0 : 1);
  }

  @Override
  public Expr config(String name, Spot spot) {
    Map<String, Long> config = readers.scope().known().config();
    Long value = config.get(name);
    if (value == null) {
      throw new SourceError(
          spot,
          "unknown config symbol "
              + Wording.quoted(name)
              + NearestName.hint(name, config.keySet()));
    }
    return ConstantFolding.number(
        spot, IntType.INT.wrap(value) == value ? IntType.INT : IntType.LONG, value);
  }

  private Expr arraySize(Spot spot, List<ExprContext> arguments) {
    Place place = readers.places().of(arguments.get(0));
    int length =
        place
            .type()
            .array()
            .orElseThrow(
                () ->
                    new SourceError(
                        spot,
                        "'ARRAY_SIZE' needs an array, not " + Wording.quoted(place.type().text())))
            .length();
    return ConstantFolding.number(spot, IntType.ULONG, length);
  }

  private Expr buildBug(Spot spot, List<ExprContext> arguments) {
    ExprContext condition = arguments.get(0);
    long value =
        readers.values().constant(condition, "'BUILD_BUG_ON'", Long.MIN_VALUE, Long.MAX_VALUE);
    if (value != 0) {
      throw new SourceError(
          spot, "BUILD_BUG_ON: the condition is true: " + Wording.quoted(condition.getText()));
    }
    return new Expr.Convert(spot, ConstantFolding.number(spot, IntType.INT, 0), VoidType.VOID);
  }

  private Place list(ExprContext context) {
    Place place = readers.places().of(context);
    if (place.type() != VaListType.VA_LIST) {
      throw new SourceError(
          Unit.spot(context), "expected a va_list, not " + Wording.quoted(place.type().text()));
    }
    place.noteWritten();
    return place;
  }

  private Expr vaStart(Spot spot, List<ExprContext> arguments) {
    boolean variadic =
        readers.scope().function().filter(function -> function.type().variadic()).isPresent();
    if (!variadic) {
      throw new SourceError(
          spot, "'va_start' is only for functions whose parameters end with '...'");
    }
    return new Expr.VaStart(spot, list(arguments.get(0)));
  }

  private Expr vaEnd(Spot spot, List<ExprContext> arguments) {
    list(arguments.get(0));
    return new Expr.Convert(spot, ConstantFolding.number(spot, IntType.INT, 0), VoidType.VOID);
  }

  private Expr vaCopy(Spot spot, List<ExprContext> arguments) {
    return new Expr.Store(
        spot, list(arguments.get(0)), new Expr.Load(spot, list(arguments.get(1))));
  }

  @Override
  public Expr offsetOf(KernelCParser.OffsetOfContext context) {
    StructType struct = struct(readers.types().named(context.typeName()), Unit.spot(context));
    return ConstantFolding.number(
        Unit.spot(context), IntType.ULONG, path(struct, context.memberPath()).offset());
  }

  /** The pointer, moved back by the words before the member. */
  @Override
  public Expr containerOf(KernelCParser.ContainerOfContext context) {
    Spot spot = Unit.spot(context);
    Expr pointer = readers.values().value(context.expr());
    StructType struct = struct(readers.types().named(context.typeName()), spot);
    Path path = path(struct, context.memberPath());
    PointerType given =
        pointer
            .type()
            .pointer()
            .orElseThrow(
                () -> new SourceError(spot, "'container_of' needs a pointer to the member"));
    if (!given.isToVoid() && !given.target().same(path.type())) {
      throw new SourceError(
          spot,
          "expected "
              + Wording.quoted(PointerType.to(path.type()).text())
              + " as argument 1 of 'container_of', not "
              + Wording.quoted(given.text()));
    }
    // A step of a pointer to long is one word.
    PointerType words = PointerType.to(IntType.LONG);
    Expr back =
        PointerOperators.moved(
            spot,
            new Expr.Convert(spot, pointer, words),
            ConstantFolding.number(spot, IntType.LONG, -path.word()),
            "container_of");
    return new Expr.Convert(spot, back, PointerType.to(struct));
  }

  private static StructType struct(Type type, Spot spot) {
    return type.struct()
        .filter(Type::isComplete)
        .orElseThrow(
            () -> new SourceError(spot, "expected a struct, not " + Wording.quoted(type.text())));
  }

  /** A member inside a struct. */
  private record Path(Type type, int word, long offset) {}

  private Path path(StructType struct, MemberPathContext context) {
    Path path = new Path(struct, 0, 0);
    for (ParseTree child : context.children) {
      if (child instanceof KernelCParser.ExprContext index) {
        path = element(path, index);
      } else if (child instanceof TerminalNode node
          && node.getSymbol().getType() == KernelCParser.IDENT) {
        path = member(path, node);
      }
    }
    return path;
  }

  private static Path member(Path path, TerminalNode name) {
    StructType.Member member =
        PlaceReader.member(struct(path.type(), Unit.spot(name)), name.getText(), Unit.spot(name));
    return new Path(member.type(), path.word() + member.word(), path.offset() + member.offset());
  }

  private Path element(Path path, ExprContext index) {
    var array =
        path.type()
            .array()
            .filter(found -> !found.isText())
            .orElseThrow(() -> new SourceError(Unit.spot(index), "expected an array before '['"));
    long i = readers.values().constant(index, "an index", 0, array.length() - 1);
    Type element = array.element();
    return new Path(
        element, path.word() + (int) i * element.words(), path.offset() + i * element.size());
  }
}
