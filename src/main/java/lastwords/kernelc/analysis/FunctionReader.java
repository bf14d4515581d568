package lastwords.kernelc.analysis;

import java.util.ArrayList;
import java.util.List;
import lastwords.kernelc.grammar.KernelCParser.CompoundContext;
import lastwords.kernelc.read.KnownNames;
import lastwords.kernelc.read.Scope;
import lastwords.kernelc.read.SourceReaders;
import lastwords.kernelc.read.Statements;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.symbol.Declared;
import lastwords.kernelc.symbol.Definition;
import lastwords.kernelc.symbol.Symbol;
import lastwords.kernelc.tree.Function;
import lastwords.kernelc.tree.Local;
import lastwords.kernelc.tree.Stmt;

/** Reads a function's body. */
final class FunctionReader {
  private final KnownNames known;
  private final Definition definition;
  private final Function function;
  private final Scope scope;

  FunctionReader(KnownNames known, Definition definition, Function function) {
    this.known = known;
    this.definition = definition;
    this.function = function;
    scope = Scope.of(known, definition.unit()).inside(function);
  }

  void read(CompoundContext body) {
    scope.enter();
    List<Local> parameters = new ArrayList<>();
    definition.declared().parameters().forEach(parameter -> parameters.add(parameter(parameter)));
    Stmt.Block block = new Statements(new SourceReaders(scope)).block(body);
    scope.flow().checkJumps(known.problems());
    function.define(parameters, block);
  }

  private Local parameter(Declared.Parameter parameter) {
    Local local =
        new Local(parameter.name(), parameter.type(), parameter.isConst(), parameter.spot());
    if (parameter.name().isEmpty()) {
      throw new SourceError(parameter.spot(), "expected a name for this parameter");
    }
    scope.declare(parameter.name(), new Symbol.LocalName(local));
    return local;
  }
}
