package lastwords.kernelc.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.kernelc.check.Constants;
import lastwords.kernelc.grammar.KernelCParser.DeclarationContext;
import lastwords.kernelc.grammar.KernelCParser.InitDeclaratorContext;
import lastwords.kernelc.grammar.KernelCParser.InitializerContext;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Declared;
import lastwords.kernelc.symbol.Specified;
import lastwords.kernelc.symbol.Symbol;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.tree.Global;
import lastwords.kernelc.tree.InitialWord;
import lastwords.kernelc.tree.Local;
import lastwords.kernelc.tree.Stmt;
import lastwords.kernelc.type.FunctionType;
import lastwords.kernelc.type.Type;

/** Reads declarations inside functions. */
final class LocalDeclarations {
  private final Readers readers;
  private final Scope scope;

  LocalDeclarations(Readers readers) {
    this.readers = readers;
    scope = readers.scope();
  }

  List<Stmt> read(DeclarationContext context) {
    return scope.known().problems().guard(() -> all(context), List.<Stmt>of());
  }

  /** The name is known, but nothing about it. */
  private void breakName(InitDeclaratorContext declarator) {
    String name = Declared.name(declarator.declarator());
    if (!scope.isDeclaredHere(name)) {
      scope.declare(name, new Symbol.Broken(Unit.spot(declarator)));
    }
  }

  private List<Stmt> all(DeclarationContext context) {
    Optional<Specified> found =
        scope
            .known()
            .problems()
            .guard(
                () -> Optional.of(readers.types().specified(context.specifier())),
                Optional.<Specified>empty());
    if (found.isEmpty()) {
      context.initDeclarator().forEach(this::breakName);
      return List.of();
    }
    Specified specified = found.get();
    List<Stmt> statements = new ArrayList<>();
    for (InitDeclaratorContext declarator : context.initDeclarator()) {
      boolean read =
          scope
              .known()
              .problems()
              .guard(() -> statements.addAll(one(specified, declarator)) || true, false);
      if (!read) {
        breakName(declarator);
      }
    }
    return statements;
  }

  private List<Stmt> one(Specified specified, InitDeclaratorContext context) {
    Declared declared = readers.types().declared(specified, context.declarator());
    Optional<InitializerContext> initializer = Optional.ofNullable(context.initializer());
    if (declared.name().isEmpty()) {
      return List.of();
    }
    if (specified.has("typedef")) {
      scope.known().typedefs().put(scope.unit(), declared.name(), declared.type());
      return List.of();
    }
    if (specified.has("extern") || FunctionType.of(declared.type()).isPresent()) {
      return List.of();
    }
    Type type =
        initializer
            .map(found -> readers.initialisers().completed(declared.type(), found))
            .orElse(declared.type());
    checkType(declared.typed(type));
    return specified.has("static")
        ? hidden(declared.typed(type), initializer)
        : local(declared.typed(type), initializer);
  }

  private static void checkType(Declared declared) {
    Type type = declared.type();
    if (!type.isComplete()) {
      throw new SourceError(
          declared.spot(),
          "variable "
              + Wording.quoted(declared.name())
              + " cannot have the type "
              + Wording.quoted(type.text())
              + StructReader.incomplete(type));
    }
  }

  private List<Stmt> local(Declared declared, Optional<InitializerContext> initializer) {
    if (declared.type().hasLock()) {
      throw new SourceError(
          declared.spot(),
          "a raw spinlock cannot be a local variable: make "
              + Wording.quoted(declared.name())
              + " static");
    }
    if (declared.type().words() > Scope.MOST_LOCAL_WORDS) {
      throw new SourceError(
          declared.spot(),
          "expected local variables of at most " + Scope.MOST_LOCAL_WORDS + " words");
    }
    Local local = new Local(declared.name(), declared.type(), declared.isConst(), declared.spot());
    scope.declare(declared.name(), new Symbol.LocalName(local));
    List<InitialWord> words =
        initializer
            .map(
                found ->
                    scope
                        .known()
                        .problems()
                        .guard(
                            () -> readers.initialisers().words(declared.type(), found),
                            List.<InitialWord>of()))
            .orElse(List.of());
    return List.of(new Stmt.Initialise(declared.spot(), local, words));
  }

  /** A static variable of a function is a global variable that only the function can name. */
  private List<Stmt> hidden(Declared declared, Optional<InitializerContext> initializer) {
    String function = scope.function().orElseThrow().name();
    Global global =
        new Global(
            function + "." + declared.name(),
            declared.type(),
            declared.isConst(),
            false,
            declared.spot());
    scope.declare(declared.name(), new Symbol.GlobalName(global));
    scope.known().statics().add(global);
    initializer.ifPresent(
        found ->
            scope
                .known()
                .initialValues()
                .put(
                    global,
                    Constants.checked(readers.initialisers().words(declared.type(), found))));
    return List.of();
  }
}
