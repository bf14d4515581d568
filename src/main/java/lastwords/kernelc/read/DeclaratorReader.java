package lastwords.kernelc.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import lastwords.kernelc.grammar.KernelCParser.DeclaratorContext;
import lastwords.kernelc.grammar.KernelCParser.DirectContext;
import lastwords.kernelc.grammar.KernelCParser.InnerContext;
import lastwords.kernelc.grammar.KernelCParser.ParameterContext;
import lastwords.kernelc.grammar.KernelCParser.ParametersContext;
import lastwords.kernelc.grammar.KernelCParser.PointerContext;
import lastwords.kernelc.grammar.KernelCParser.SuffixContext;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Declared;
import lastwords.kernelc.symbol.Specified;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.type.ArrayType;
import lastwords.kernelc.type.FunctionType;
import lastwords.kernelc.type.PointerType;
import lastwords.kernelc.type.Type;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Reads declarators: C's types from the inside out. */
public final class DeclaratorReader {
  /** Maximum number of words of one variable. */
  static final int MOST_WORDS = 1 << 16;

  private static final int MOST_PARAMETERS = 64;
  private static final int DEEPEST = 32;

  private final Readers readers;

  DeclaratorReader(Readers readers) {
    this.readers = readers;
  }

  public Declared declared(Specified specified, DeclaratorContext context) {
    Declared plain =
        new Declared("", Unit.spot(context), specified.type(), specified.isConst(), List.of());
    return direct(pointers(plain, context.pointer()), context.direct());
  }

  private Declared pointers(Declared declared, List<PointerContext> pointers) {
    Declared result = declared;
    for (PointerContext pointer : pointers) {
      checkTarget(result.type(), Unit.spot(pointer));
      boolean isConst =
          pointer.qualifier().stream().anyMatch(word -> word.getText().equals("const"));
      Type type = new PointerType(result.type(), result.isConst());
      result = new Declared(result.name(), result.spot(), type, isConst, List.of());
    }
    return result;
  }

  private static void checkTarget(Type type, Spot spot) {
    if (depth(type) > DEEPEST) {
      throw new SourceError(spot, "expected at most " + DEEPEST + " levels of pointers");
    }
    if (type.words() > MOST_WORDS) {
      throw new SourceError(spot, "expected at most " + MOST_WORDS + " words behind a pointer");
    }
  }

  private static int dimensions(Type type) {
    int dimensions = 0;
    for (Optional<ArrayType> array = type.array(); array.isPresent(); dimensions++) {
      array = array.get().element().array();
    }
    return dimensions;
  }

  private static int depth(Type type) {
    int depth = 0;
    Optional<PointerType> pointer = type.pointer();
    while (pointer.isPresent()) {
      depth++;
      Type target = pointer.get().target();
      pointer =
          target
              .pointer()
              .or(() -> FunctionType.of(target).flatMap(function -> function.result().pointer()));
    }
    return depth;
  }

  private Declared direct(Declared outer, DirectContext context) {
    return whole(outer, context.IDENT(), context.inner(), context.suffix());
  }

  private Declared inner(Declared outer, InnerContext context) {
    if (context.direct() != null) {
      return direct(pointers(outer, context.pointer()), context.direct());
    }
    return whole(outer, context.IDENT(), context.inner(), context.suffix());
  }

  private Declared whole(
      Declared outer, TerminalNode name, InnerContext inner, List<SuffixContext> suffixes) {
    Declared suffixed = outer;
    for (int i = suffixes.size() - 1; i >= 0; i--) {
      suffixed = suffixed(suffixed, suffixes.get(i));
    }
    if (inner != null) {
      return inner(suffixed, inner);
    }
    return name == null
        ? suffixed
        : new Declared(
            name.getText(),
            Unit.spot(name),
            suffixed.type(),
            suffixed.isConst(),
            suffixed.parameters());
  }

  private Declared suffixed(Declared element, SuffixContext suffix) {
    if (suffix.getStart().getText().equals("[")) {
      return element.typed(array(element.type(), suffix));
    }
    Type result = element.type();
    if (result.struct().isPresent()
        || result.array().isPresent()
        || FunctionType.of(result).isPresent()
        || result.hasLock()) {
      throw new SourceError(
          Unit.spot(suffix),
          "a function cannot return " + Wording.quoted(result.text()) + "; return a pointer to it");
    }
    List<Declared.Parameter> parameters = parameters(suffix.parameters());
    boolean variadic = suffix.parameters() != null && suffix.parameters().getText().endsWith("...");
    List<Type> types = parameters.stream().map(Declared.Parameter::type).toList();
    return new Declared(
        element.name(),
        element.spot(),
        new FunctionType(result, types, variadic),
        false,
        parameters);
  }

  private ArrayType array(Type element, SuffixContext suffix) {
    Spot spot = Unit.spot(suffix);
    if (!element.isComplete() && element.array().isEmpty()) {
      throw new SourceError(
          spot, "an array cannot have elements of type " + Wording.quoted(element.text()));
    }
    if (dimensions(element) >= DEEPEST) {
      throw new SourceError(spot, "expected an array of at most " + DEEPEST + " dimensions");
    }
    if (suffix.expr() == null) {
      return new ArrayType(element, 0);
    }
    long length =
        readers.values().constant(suffix.expr(), "the length of an array", 1, Integer.MAX_VALUE);
    boolean text = new ArrayType(element, 1).isText();
    if (!text && length * Math.max(1L, element.words()) > MOST_WORDS) {
      throw new SourceError(spot, "expected an array of at most " + MOST_WORDS + " words");
    }
    return new ArrayType(element, (int) length);
  }

  private List<Declared.Parameter> parameters(ParametersContext context) {
    List<Declared.Parameter> parameters = new ArrayList<>();
    if (context == null || isVoid(context)) {
      return parameters;
    }
    context.parameter().forEach(parameter -> parameters.add(parameter(parameter)));
    if (parameters.size() > MOST_PARAMETERS) {
      throw new SourceError(
          Unit.spot(context), "expected at most " + MOST_PARAMETERS + " parameters");
    }
    return parameters;
  }

  private static boolean isVoid(ParametersContext context) {
    return context.getText().equals("void");
  }

  private Declared.Parameter parameter(ParameterContext context) {
    Declared declared =
        declared(readers.types().specified(context.specifier()), context.declarator());
    Type type = declared.type();
    if (type.array().isPresent()) {
      type = PointerType.to(type.array().get().element());
    } else if (FunctionType.of(type).isPresent()) {
      type = PointerType.to(type);
    }
    if (type.struct().isPresent() || type.isVoid() || type.hasLock()) {
      throw new SourceError(
          declared.spot(),
          "a parameter cannot be " + Wording.quoted(type.text()) + "; pass a pointer to it");
    }
    return new Declared.Parameter(declared.name(), declared.spot(), type, declared.isConst());
  }
}
