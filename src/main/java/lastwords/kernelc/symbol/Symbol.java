package lastwords.kernelc.symbol;

import java.util.Optional;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Function;
import lastwords.kernelc.tree.Global;
import lastwords.kernelc.tree.Local;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.type.IntType;

/** What a name stands for. */
public sealed interface Symbol {
  Spot spot();

  /** The kind, for messages. */
  String kind();

  default Optional<Place> place() {
    return Optional.empty();
  }

  default Optional<Expr> value(Spot use) {
    return Optional.empty();
  }

  default Optional<Function> function() {
    return Optional.empty();
  }

  default Optional<Global> global() {
    return Optional.empty();
  }

  /** A parameter or variable of a function. */
  record LocalName(Local local) implements Symbol {
    @Override
    public Spot spot() {
      return local.spot();
    }

    @Override
    public String kind() {
      return "variable";
    }

    @Override
    public Optional<Place> place() {
      return Optional.of(new Place.OfLocal(local));
    }
  }

  /** A global variable. */
  record GlobalName(Global variable) implements Symbol {
    @Override
    public Spot spot() {
      return variable.spot();
    }

    @Override
    public String kind() {
      return "variable";
    }

    @Override
    public Optional<Place> place() {
      return variable.perCpu() ? Optional.empty() : Optional.of(new Place.OfGlobal(variable));
    }

    @Override
    public Optional<Global> global() {
      return Optional.of(variable);
    }
  }

  /** A function. */
  record FunctionName(Function routine) implements Symbol {
    @Override
    public Spot spot() {
      return routine.spot();
    }

    @Override
    public String kind() {
      return "function";
    }

    @Override
    public Optional<Expr> value(Spot use) {
      return Optional.of(new Expr.FunctionAddress(use, routine));
    }

    @Override
    public Optional<Function> function() {
      return Optional.of(routine);
    }
  }

  /** A constant of an enumeration. */
  record EnumConstant(Spot spot, long number) implements Symbol {
    @Override
    public String kind() {
      return "constant";
    }

    @Override
    public Optional<Expr> value(Spot use) {
      IntType type = IntType.INT.wrap(number) == number ? IntType.INT : IntType.LONG;
      return Optional.of(new Expr.Constant(use, type, number));
    }
  }

  /** A name whose declaration is wrong: its uses are not reported. */
  record Broken(Spot spot) implements Symbol {
    @Override
    public String kind() {
      return "name";
    }

    @Override
    public Optional<Place> place() {
      throw SourceError.unsaid(spot);
    }

    @Override
    public Optional<Expr> value(Spot use) {
      throw SourceError.unsaid(spot);
    }

    @Override
    public Optional<Function> function() {
      throw SourceError.unsaid(spot);
    }

    @Override
    public Optional<Global> global() {
      throw SourceError.unsaid(spot);
    }
  }
}
