package lastwords.kernelc.analysis;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lastwords.kernelc.grammar.KernelCParser;
import lastwords.kernelc.grammar.KernelCParser.CompoundContext;
import lastwords.kernelc.grammar.KernelCParser.DefinitionContext;
import lastwords.kernelc.grammar.KernelCParser.ExprContext;
import lastwords.kernelc.grammar.KernelCParser.ExternalContext;
import lastwords.kernelc.grammar.KernelCParser.FileMacroContext;
import lastwords.kernelc.grammar.KernelCParser.InitDeclaratorContext;
import lastwords.kernelc.grammar.KernelCParser.InitializerContext;
import lastwords.kernelc.grammar.KernelCParser.PerCpuContext;
import lastwords.kernelc.grammar.KernelCParser.StorageContext;
import lastwords.kernelc.read.Builtins;
import lastwords.kernelc.read.KnownNames;
import lastwords.kernelc.read.Readers;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Declared;
import lastwords.kernelc.symbol.Definition;
import lastwords.kernelc.symbol.Specified;
import lastwords.kernelc.symbol.Symbol;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.tree.Function;
import lastwords.kernelc.tree.Global;
import lastwords.kernelc.type.FunctionType;
import lastwords.kernelc.type.LockType;
import lastwords.kernelc.type.Type;

/** Reads everything outside functions except initial values and bodies. */
final class Definitions {
  private static final Set<String> IGNORED =
      new TreeSet<>(
          List.of(
              "EXPORT_SYMBOL",
              "EXPORT_SYMBOL_GPL",
              "NOKPROBE_SYMBOL",
              "MODULE_LICENSE",
              "MODULE_AUTHOR",
              "MODULE_DESCRIPTION"));
  private static final Set<String> LOCKS =
      new TreeSet<>(List.of("DEFINE_RAW_SPINLOCK", "DEFINE_SPINLOCK"));

  private final KnownNames known;
  private final Readers readers;
  private final Unit unit;

  Definitions(KnownNames known, Readers readers) {
    this.known = known;
    this.readers = readers;
    this.unit = readers.scope().unit();
  }

  void read(ExternalContext context, Initcalls initcalls) {
    if (context instanceof DefinitionContext definition) {
      definition(definition);
    } else if (context instanceof PerCpuContext perCpu) {
      perCpu(perCpu);
    } else if (context instanceof FileMacroContext macro) {
      macro(macro, initcalls);
    }
  }

  void declareBuiltin(Builtins builtins, ExternalContext context) {
    DefinitionContext definition = (DefinitionContext) context;
    Declared declared =
        readers
            .types()
            .declared(readers.types().specified(definition.specifier()), definition.declarator());
    builtins.add(declared.name(), FunctionType.of(declared.type()).orElseThrow());
  }

  private void definition(DefinitionContext context) {
    try {
      wholeDefinition(context);
    } catch (SourceError error) {
      known
          .names()
          .declare(Declared.name(context.declarator()), new Symbol.Broken(error.problem().spot()));
      throw error;
    }
  }

  private void wholeDefinition(DefinitionContext context) {
    Specified specified = readers.types().specified(context.specifier());
    Declared first = readers.types().declared(specified, context.declarator());
    if (context.compound() != null) {
      function(specified, first, Optional.of(context.compound()));
      return;
    }
    one(specified, first, Optional.ofNullable(context.initializer()));
    for (InitDeclaratorContext further : context.initDeclarator()) {
      known
          .problems()
          .guard(
              () ->
                  one(
                      specified,
                      readers.types().declared(specified, further.declarator()),
                      Optional.ofNullable(further.initializer())));
    }
  }

  private void one(
      Specified specified, Declared declared, Optional<InitializerContext> initializer) {
    if (declared.name().isEmpty()) {
      return; // only a struct or an enumeration
    }
    if (specified.has("typedef")) {
      known.typedefs().put(unit, declared.name(), declared.type());
    } else if (FunctionType.of(declared.type()).isPresent()) {
      function(specified, declared, Optional.empty());
    } else if (!specified.has("extern") || initializer.isPresent()) {
      variable(specified, declared, initializer);
    }
  }

  private void function(Specified specified, Declared declared, Optional<CompoundContext> body) {
    FunctionType type =
        FunctionType.of(declared.type())
            .orElseThrow(
                () ->
                    new SourceError(
                        declared.spot(), "expected parameters in parentheses before the body"));
    checkName(declared);
    if (specified.vector() >= 0 && !(type.result().isVoid() && type.parameters().isEmpty())) {
      throw new SourceError(
          declared.spot(),
          "an interrupt handler must be declared 'void " + declared.name() + "(void)'");
    }
    Function.Traits traits =
        new Function.Traits(specified.has("inline"), specified.has("noreturn"), specified.vector());
    Function function = new Function(declared.name(), type, declared.spot(), traits);
    Symbol symbol = new Symbol.FunctionName(function);
    if (body.isEmpty()) {
      known.names().declare(declared.name(), symbol);
    } else {
      define(specified, declared, symbol, Optional.empty(), body);
    }
  }

  private void checkName(Declared declared) {
    if (known.builtins().isFunction(declared.name())) {
      throw new SourceError(
          declared.spot(), Wording.quoted(declared.name()) + " is built in and cannot be defined");
    }
  }

  private void define(
      Specified specified,
      Declared declared,
      Symbol symbol,
      Optional<InitializerContext> initializer,
      Optional<CompoundContext> body) {
    known
        .names()
        .define(
            new Definition(
                known.nextNumber(),
                declared.name(),
                unit,
                specified.has("static"),
                specified.has("__weak"),
                symbol,
                declared,
                initializer,
                body));
  }

  private void variable(
      Specified specified, Declared declared, Optional<InitializerContext> initializer) {
    Type type =
        initializer
            .map(found -> readers.initialisers().completed(declared.type(), found))
            .orElse(declared.type());
    global(specified, declared.typed(type), false, initializer);
  }

  private void global(
      Specified specified,
      Declared declared,
      boolean perCpu,
      Optional<InitializerContext> initializer) {
    Type type = declared.type();
    checkName(declared);
    if (type.isVoid() || (type.array().isPresent() && !type.isComplete())) {
      throw new SourceError(
          declared.spot(),
          "variable "
              + Wording.quoted(declared.name())
              + " cannot have the type "
              + Wording.quoted(type.text()));
    }
    Global global = new Global(declared.name(), type, declared.isConst(), perCpu, declared.spot());
    define(specified, declared, new Symbol.GlobalName(global), initializer, Optional.empty());
  }

  private void perCpu(PerCpuContext context) {
    if (context.DECLARE_PER_CPU() != null) {
      return;
    }
    Type type = readers.types().named(context.typeName());
    if (!context.suffix().isEmpty()) {
      throw new SourceError(
          Unit.spot(context.suffix(0)),
          "expected ')': an array's type is written as in DEFINE_PER_CPU(int [4], name)");
    }
    Declared declared =
        new Declared(context.IDENT().getText(), Unit.spot(context.IDENT()), type, false, List.of());
    global(plain(context.storage()), declared, true, Optional.ofNullable(context.initializer()));
  }

  private static Specified plain(List<StorageContext> storage) {
    Set<String> words =
        storage.stream().anyMatch(word -> word.getText().equals("static"))
            ? new TreeSet<>(List.of("static"))
            : Set.of();
    return new Specified(LockType.LOCK, false, words, -1);
  }

  private void macro(FileMacroContext context, Initcalls initcalls) {
    String name = context.IDENT().getText();
    Spot spot = Unit.spot(context.IDENT());
    if (IGNORED.contains(name)) {
      return;
    }
    if (!LOCKS.contains(name) && !Initcalls.isLevel(name)) {
      throw new SourceError(
          spot,
          "expected a definition, not " + Wording.quoted(name + "(...)") + Initcalls.hint(name));
    }
    ExprContext argument = onlyName(context, name);
    if (LOCKS.contains(name)) {
      Declared declared =
          new Declared(argument.getText(), Unit.spot(argument), LockType.LOCK, false, List.of());
      global(plain(context.storage()), declared, false, Optional.empty());
    } else {
      initcalls.add(name, unit, argument.getText(), Unit.spot(argument));
    }
  }

  private static ExprContext onlyName(FileMacroContext context, String macro) {
    List<ExprContext> arguments =
        context.arguments() == null ? List.of() : context.arguments().expr();
    if (arguments.size() != 1 || !(arguments.get(0) instanceof KernelCParser.NameContext)) {
      throw new SourceError(
          Unit.spot(context.IDENT()),
          "expected one name between the parentheses of " + Wording.quoted(macro));
    }
    return arguments.get(0);
  }
}
