package lastwords.kernelc.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.kernelc.check.Conversions;
import lastwords.kernelc.check.FormatCheck;
import lastwords.kernelc.grammar.KernelCParser;
import lastwords.kernelc.grammar.KernelCParser.CallContext;
import lastwords.kernelc.grammar.KernelCParser.ExprContext;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.tree.AtomicKind;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Function;
import lastwords.kernelc.type.FunctionType;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.PointerType;
import lastwords.kernelc.type.Type;

/** Reads calls: of functions, through pointers, of builtins. */
final class Calls implements Readers.Calling {
  private final Readers readers;

  Calls(Readers readers) {
    this.readers = readers;
  }

  static List<ExprContext> arguments(CallContext context) {
    return context.arguments() == null ? List.of() : context.arguments().expr();
  }

  /** The name before the parenthesis, if it is a name. */
  static Optional<String> calledName(CallContext context) {
    return context.expr() instanceof KernelCParser.NameContext name
        ? Optional.of(name.IDENT().getText())
        : Optional.empty();
  }

  @Override
  public Expr call(CallContext context) {
    Optional<Function> function = readers.places().functionNamed(context.expr());
    if (function.isPresent()) {
      return direct(context, function.get());
    }
    Optional<String> name = calledName(context);
    if (name.isPresent() && readers.scope().find(name.get()).isEmpty()) {
      return builtin(context, name.get());
    }
    return throughPointer(context);
  }

  private Expr direct(CallContext context, Function function) {
    Spot spot = Unit.spot(context);
    FunctionType type = function.type();
    List<Expr> all = checked(context, function.name(), type);
    int named = type.parameters().size();
    return new Expr.Call(spot, function, all.subList(0, named), all.subList(named, all.size()));
  }

  private Expr throughPointer(CallContext context) {
    Expr pointer = readers.values().value(context.expr());
    FunctionType type =
        pointer
            .type()
            .pointer()
            .flatMap(target -> FunctionType.of(target.target()))
            .orElseThrow(
                () ->
                    new SourceError(
                        pointer.spot(),
                        Wording.quoted(context.expr().getText())
                            + " is "
                            + Wording.quoted(pointer.type().text())
                            + " and cannot be called"));
    List<Expr> all = checked(context, context.expr().getText(), type);
    int named = type.parameters().size();
    return new Expr.CallPointer(
        Unit.spot(context), pointer, type, all.subList(0, named), all.subList(named, all.size()));
  }

  private Expr builtin(CallContext context, String name) {
    Spot spot = Unit.spot(context);
    Optional<AtomicKind> atomic = Builtins.atomic(name);
    if (atomic.isPresent()) {
      return atomic(context, name, atomic.get());
    }
    if (Builtins.isPerCpu(name)) {
      return readers.perCpuCalls().value(context, name);
    }
    if (Builtins.SPECIAL.contains(name)) {
      return readers.specialCalls().value(context, name);
    }
    FunctionType type =
        readers
            .scope()
            .known()
            .builtins()
            .function(name)
            .orElseThrow(() -> readers.scope().unknownFunction(spot, name));
    return new Expr.BuiltinCall(spot, name, type.result(), checked(context, name, type));
  }

  /** The arguments, converted to the parameters' types. */
  private List<Expr> checked(CallContext context, String name, FunctionType type) {
    List<ExprContext> arguments = arguments(context);
    int named = type.parameters().size();
    checkCount(Unit.spot(context), name, arguments.size(), named, type.variadic());
    List<Expr> values = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Expr value = readers.values().value(arguments.get(i));
      String what = "argument " + (i + 1) + " of " + Wording.quoted(name);
      values.add(
          i < named
              ? Conversions.assigned(value, type.parameters().get(i), what)
              : further(value, what));
    }
    FormatCheck.check(type, values);
    return values;
  }

  static void checkCount(Spot spot, String name, int given, int wanted, boolean orMore) {
    boolean fits = orMore ? given >= wanted : given == wanted;
    if (!fits) {
      String takes = (orMore ? "at least " : "") + Wording.count(wanted, "argument");
      throw new SourceError(spot, Wording.quoted(name) + " takes " + takes + ", not " + given);
    }
  }

  private static Expr further(Expr value, String what) {
    if (value.type().integer().isPresent()) {
      return Conversions.promoted(value, what);
    }
    if (value.type().pointer().isEmpty()) {
      throw new SourceError(
          value.spot(),
          what + " must be a number or a pointer, not " + Wording.quoted(value.type().text()));
    }
    return value;
  }

  private Expr atomic(CallContext context, String name, AtomicKind kind) {
    Spot spot = Unit.spot(context);
    List<ExprContext> arguments = arguments(context);
    checkCount(spot, name, arguments.size(), kind == AtomicKind.CMPXCHG ? 3 : 2, false);
    Expr pointer = readers.values().value(arguments.get(0));
    Type word = atomicTarget(pointer, name, kind);
    List<Expr> values = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i++) {
      Expr value = readers.values().value(arguments.get(i));
      values.add(
          Conversions.assigned(value, word, "argument " + (i + 1) + " of " + Wording.quoted(name)));
    }
    return new Expr.Atomic(spot, kind, pointer, values, word);
  }

  static Type atomicTarget(Expr pointer, String name, AtomicKind kind) {
    Type word = pointer.type().pointer().map(PointerType::target).orElse(pointer.type());
    boolean number =
        word.integer().isPresent() || kind == AtomicKind.XCHG || kind == AtomicKind.CMPXCHG;
    if (pointer.type().pointer().isEmpty() || !word.isScalar() || word == IntType.CHAR || !number) {
      throw new SourceError(
          pointer.spot(),
          Wording.quoted(name)
              + " needs a pointer to a number, not "
              + Wording.quoted(pointer.type().text()));
    }
    if (pointer.type().pointer().get().toConst()) {
      throw new SourceError(pointer.spot(), "the target of " + Wording.quoted(name) + " is const");
    }
    return word;
  }
}
