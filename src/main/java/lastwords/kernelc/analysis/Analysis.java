package lastwords.kernelc.analysis;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import lastwords.kernelc.check.BasicTypes;
import lastwords.kernelc.check.Constants;
import lastwords.kernelc.grammar.KernelCParser.ExternalContext;
import lastwords.kernelc.parse.SourceParser;
import lastwords.kernelc.preprocess.Preprocessor;
import lastwords.kernelc.read.Builtins;
import lastwords.kernelc.read.KnownNames;
import lastwords.kernelc.read.Readers;
import lastwords.kernelc.read.Scope;
import lastwords.kernelc.read.SourceReaders;
import lastwords.kernelc.read.StructReader;
import lastwords.kernelc.source.Problems;
import lastwords.kernelc.source.SourceText;
import lastwords.kernelc.source.SourceToken;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Definition;
import lastwords.kernelc.symbol.Symbol;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.tree.Function;
import lastwords.kernelc.tree.Global;
import lastwords.kernelc.type.StructType;

/** Reads and checks all sources of a kernel together. */
public final class Analysis {
  private final Problems problems;
  private final KnownNames known;
  private final Preprocessor preprocessor;
  private final SourceParser parser;
  private final Map<Unit, Readers> readers = new LinkedHashMap<>();
  private final List<Runnable> turns = new ArrayList<>();

  /**
   * @param signatures C declarations of the builtins
   * @param problems receives what is wrong
   */
  public Analysis(Map<String, Long> config, List<String> signatures, Problems problems) {
    this.problems = problems;
    Builtins builtins = new Builtins();
    known = new KnownNames(new TreeMap<>(config), builtins, problems);
    preprocessor = new Preprocessor(known.config(), problems);
    parser = new SourceParser(BasicTypes.TYPEDEFS.keySet(), problems);
    declareBuiltins(builtins, signatures);
  }

  private void declareBuiltins(Builtins builtins, List<String> signatures) {
    String text = String.join(";\n", Builtins.ordinary(signatures)) + ";\n";
    SourceText source = new SourceText("built in", text, 0);
    Definitions declarations =
        new Definitions(known, new SourceReaders(Scope.of(known, Unit.of(source))));
    parser
        .parse(source, preprocessor.tokens(source))
        .forEach(external -> declarations.declareBuiltin(builtins, external));
  }

  /** The kernel; it is complete only if no problem was found. */
  public Program read(List<SourceText> sources) {
    Initcalls initcalls = new Initcalls(known);
    parsed(sources).forEach((source, externals) -> note(source, externals, initcalls));
    parser.broken().others().forEach(this::breakName);
    parser.broken().tags().forEach(this::breakStruct);
    turns.forEach(Runnable::run);
    List<Definition> definitions = known.names().definitions();
    definitions.forEach(this::checkComplete);
    definitions.forEach(this::initialise);
    definitions.forEach(this::readBody);
    List<Global> globals = new ArrayList<>();
    List<Function> functions = new ArrayList<>();
    for (Definition definition : definitions) {
      definition.symbol().global().ifPresent(globals::add);
      definition.symbol().function().ifPresent(functions::add);
    }
    checkVectors(functions);
    globals.addAll(known.statics());
    return new Program(
        functions, globals, known.initialValues(), initcalls.inOrder(), replacements());
  }

  private Readers readers(Unit unit) {
    return readers.computeIfAbsent(unit, key -> new SourceReaders(Scope.of(known, key)));
  }

  /** Headers first, then the others in the given order. */
  private Map<SourceText, List<ExternalContext>> parsed(List<SourceText> sources) {
    List<SourceText> headers = sources.stream().filter(SourceText::isHeader).toList();
    List<SourceText> others = sources.stream().filter(source -> !source.isHeader()).toList();
    List<List<SourceToken>> tokens = new ArrayList<>(preprocessor.headers(headers));
    others.forEach(source -> tokens.add(preprocessor.tokens(source)));
    List<SourceText> ordered = new ArrayList<>(headers);
    ordered.addAll(others);
    Map<SourceText, List<ExternalContext>> parsed = new LinkedHashMap<>();
    for (int i = 0; i < ordered.size(); i++) {
      parser.noteTypes(ordered.get(i), tokens.get(i));
    }
    for (int i = 0; i < ordered.size(); i++) {
      parsed.put(ordered.get(i), parser.parse(ordered.get(i), tokens.get(i)));
    }
    return parsed;
  }

  private void breakName(SourceToken name) {
    known.names().declare(name.getText(), new Symbol.Broken(name.spot()));
  }

  private void breakStruct(SourceToken tag) {
    StructType unknown = new StructType(tag.getText());
    unknown.noteDamaged();
    unknown.complete(List.of());
    known.structs().share(tag.getText(), unknown);
  }

  private void note(SourceText source, List<ExternalContext> externals, Initcalls initcalls) {
    Unit unit = Unit.of(source);
    Definitions definitions = new Definitions(known, readers(unit));
    for (ExternalContext external : externals) {
      Runnable turn =
          () -> {
            if (known.pending().begin(external)) {
              problems.guardDefinition(
                  Unit.spot(external), () -> definitions.read(external, initcalls));
            }
          };
      problems.guardDefinition(
          Unit.spot(external), () -> known.pending().add(unit, external, turn));
      turns.add(turn);
    }
  }

  private void checkComplete(Definition definition) {
    definition
        .symbol()
        .global()
        .filter(global -> !global.type().isComplete())
        .ifPresent(
            global ->
                problems.add(
                    definition.spot(),
                    "variable "
                        + Wording.quoted(global.name())
                        + " cannot have the type "
                        + Wording.quoted(global.type().text())
                        + StructReader.incomplete(global.type())));
  }

  private void initialise(Definition definition) {
    definition
        .symbol()
        .global()
        .ifPresent(
            global ->
                definition
                    .initializer()
                    .ifPresent(
                        context ->
                            problems.guardDefinition(
                                definition.spot(),
                                () ->
                                    known
                                        .initialValues()
                                        .put(
                                            global,
                                            Constants.checked(
                                                readers(definition.unit())
                                                    .initialisers()
                                                    .words(global.type(), context))))));
  }

  private void readBody(Definition definition) {
    definition
        .symbol()
        .function()
        .ifPresent(
            function ->
                definition
                    .body()
                    .ifPresent(
                        body ->
                            problems.guardDefinition(
                                definition.spot(),
                                () -> new FunctionReader(known, definition, function).read(body))));
  }

  private void checkVectors(List<Function> functions) {
    Map<Integer, Function> handlers = new TreeMap<>();
    for (Function function : functions) {
      Function other =
          function.vector() < 0 ? function : handlers.putIfAbsent(function.vector(), function);
      if (other != null && other != function) {
        problems.add(
            function.spot(),
            "duplicate handler of interrupt "
                + function.vector()
                + ": "
                + Wording.quoted(other.name())
                + " serves it, in "
                + other.spot().fileAndLine());
      }
    }
  }

  private List<Program.Replacement> replacements() {
    return known.names().replaced().stream()
        .map(
            replaced ->
                new Program.Replacement(
                    replaced.after().name(),
                    replaced.after().kind(),
                    replaced.before().spot(),
                    replaced.after().spot()))
        .toList();
  }
}
