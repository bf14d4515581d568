package lastwords.kernelc.read;

import java.util.List;
import java.util.Optional;
import lastwords.kernelc.check.ConstantFolding;
import lastwords.kernelc.check.Conversions;
import lastwords.kernelc.grammar.KernelCParser;
import lastwords.kernelc.grammar.KernelCParser.CallContext;
import lastwords.kernelc.grammar.KernelCParser.ExprContext;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Symbol;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.tree.AtomicKind;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Global;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.PointerType;
import lastwords.kernelc.type.VoidType;

/** Reads accesses to per-CPU variables. */
final class PerCpuCalls implements Readers.PerCpu {
  private final Readers readers;

  PerCpuCalls(Readers readers) {
    this.readers = readers;
  }

  /** {@code per_cpu(variable, cpu)} is a place. */
  @Override
  public Optional<Place> place(CallContext context) {
    boolean perCpu = Calls.calledName(context).filter("per_cpu"::equals).isPresent();
    return perCpu && readers.scope().find("per_cpu").isEmpty()
        ? Optional.of(copyOf(context, "per_cpu"))
        : Optional.empty();
  }

  private Place copyOf(CallContext context, String name) {
    List<ExprContext> arguments = Calls.arguments(context);
    Calls.checkCount(Unit.spot(context), name, arguments.size(), 2, false);
    Expr cpu = readers.values().value(arguments.get(1));
    Conversions.integer(cpu, "a CPU number");
    Place place = variable(arguments.get(0), name, Optional.of(cpu));
    place.noteReachedByOthers();
    return place;
  }

  @Override
  public Expr value(CallContext context, String written) {
    Spot spot = Unit.spot(context);
    String name = Builtins.perCpuName(written);
    List<ExprContext> arguments = Calls.arguments(context);
    return switch (name) {
      case "per_cpu" -> readers.values().loaded(copyOf(context, name), spot);
      case "this_cpu_ptr", "raw_cpu_ptr" -> {
        Calls.checkCount(spot, written, arguments.size(), 1, false);
        yield pointer(spot, written, arguments.get(0), Optional.empty());
      }
      case "per_cpu_ptr" -> {
        Calls.checkCount(spot, written, arguments.size(), 2, false);
        Expr cpu = readers.values().value(arguments.get(1));
        Conversions.integer(cpu, "a CPU number");
        yield pointer(spot, written, arguments.get(0), Optional.of(cpu));
      }
      default -> operation(spot, name, written, arguments);
    };
  }

  /** {@code this_cpu_ptr(&x)}; the & may be missing before an array. */
  private Expr pointer(Spot spot, String name, ExprContext argument, Optional<Expr> cpu) {
    boolean address =
        argument instanceof KernelCParser.UnaryContext unary && unary.op.getText().equals("&");
    ExprContext named = address ? ((KernelCParser.UnaryContext) argument).expr() : argument;
    Place place = variable(named, name, cpu);
    if (!address && place.type().array().isEmpty()) {
      throw new SourceError(
          Unit.spot(argument), "expected '&' before the variable in " + Wording.quoted(name));
    }
    place.noteAddressTaken();
    return address
        ? new Expr.AddressOf(spot, place, PointerType.to(place.type()))
        : readers.values().loaded(place, spot);
  }

  /** The place of a per-CPU variable, or of a part of it. */
  private Place variable(ExprContext context, String name, Optional<Expr> cpu) {
    if (context instanceof KernelCParser.ParensContext parens
        && parens.expression().expr().size() == 1) {
      return variable(parens.expression().expr(0), name, cpu);
    }
    if (context instanceof KernelCParser.MemberAccessContext access
        && access.op.getText().equals(".")) {
      Place base = variable(access.expr(), name, cpu);
      return readers.places().memberOf(base, access);
    }
    if (context instanceof KernelCParser.IndexContext index) {
      return readers.places().elementOf(variable(index.expr(), name, cpu), index);
    }
    return new Place.OfCpu(global(context, name), cpu);
  }

  private Global global(ExprContext context, String name) {
    Spot spot = Unit.spot(context);
    if (!(context instanceof KernelCParser.NameContext)) {
      throw new SourceError(
          spot,
          Wording.quoted(name)
              + " needs a per-CPU variable, not "
              + Wording.quoted(context.getText()));
    }
    String variable = context.getText();
    Symbol symbol =
        readers
            .scope()
            .find(variable)
            .orElseThrow(() -> readers.scope().unknownVariable(spot, variable));
    return symbol
        .global()
        .filter(Global::perCpu)
        .orElseThrow(
            () ->
                new SourceError(
                    spot,
                    Wording.quoted(variable) + " is not a per-CPU variable; use DEFINE_PER_CPU()"));
  }

  private Expr operation(Spot spot, String name, String written, List<ExprContext> arguments) {
    String verb = name.substring("this_cpu_".length());
    Calls.checkCount(spot, written, arguments.size(), arguments(verb), false);
    Place place = variable(arguments.get(0), written, Optional.empty());
    if (!place.type().isScalar()) {
      throw new SourceError(
          spot,
          Wording.quoted(written) + " needs one word, not " + Wording.quoted(place.type().text()));
    }
    if (verb.equals("read")) {
      return new Expr.Load(spot, place);
    }
    checkWritable(place, spot, arguments.get(0));
    boolean atomic = !written.startsWith("__");
    return switch (verb) {
      case "xchg" -> exchange(spot, place, written, AtomicKind.XCHG, arguments);
      case "cmpxchg" -> exchange(spot, place, written, AtomicKind.CMPXCHG, arguments);
      case "write" -> Operators.store(spot, place, operand(spot, arguments));
      case "inc_return", "dec_return", "add_return" ->
          changed(spot, place, verb.substring(0, 3), operand(spot, arguments), atomic);
      default -> nothing(changed(spot, place, verb, operand(spot, arguments), atomic));
    };
  }

  private static int arguments(String verb) {
    return switch (verb) {
      case "read", "inc", "dec", "inc_return", "dec_return" -> 1;
      case "cmpxchg" -> 3;
      default -> 2;
    };
  }

  /** The operand that is written, added etc.; an increment adds one. */
  private Expr operand(Spot spot, List<ExprContext> arguments) {
    return arguments.size() > 1
        ? readers.values().value(arguments.get(1))
        : ConstantFolding.number(spot, IntType.INT, 1);
  }

  private static void checkWritable(Place place, Spot spot, ExprContext argument) {
    if (place.isConst()) {
      throw new SourceError(
          spot, Wording.quoted(argument.getText()) + " is const and cannot be written");
    }
    place.noteWritten();
  }

  private static Expr nothing(Expr value) {
    return new Expr.Convert(value.spot(), value, VoidType.VOID);
  }

  private static Expr changed(Spot spot, Place place, String verb, Expr operand, boolean atomic) {
    String operator =
        switch (verb) {
          case "inc", "add" -> "+";
          case "dec", "sub" -> "-";
          case "or" -> "|";
          default -> "&";
        };
    Expr.Update update = (Expr.Update) Operators.update(spot, place, operator, operand, false);
    return new Expr.Update(
        spot, place, update.operator(), update.operand(), update.computed(), false, atomic);
  }

  private Expr exchange(
      Spot spot, Place place, String name, AtomicKind kind, List<ExprContext> arguments) {
    place.noteAddressTaken();
    Expr pointer = new Expr.AddressOf(spot, place, PointerType.to(place.type()));
    List<Expr> values =
        arguments.subList(1, arguments.size()).stream()
            .map(argument -> readers.values().value(argument))
            .map(
                value ->
                    Conversions.assigned(value, place.type(), "a value of " + Wording.quoted(name)))
            .toList();
    return new Expr.Atomic(spot, kind, pointer, values, place.type());
  }
}
