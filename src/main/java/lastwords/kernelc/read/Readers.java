package lastwords.kernelc.read;

import java.util.List;
import java.util.Optional;
import lastwords.kernelc.grammar.KernelCParser.CallContext;
import lastwords.kernelc.grammar.KernelCParser.CompoundLiteralContext;
import lastwords.kernelc.grammar.KernelCParser.ContainerOfContext;
import lastwords.kernelc.grammar.KernelCParser.DeclaratorContext;
import lastwords.kernelc.grammar.KernelCParser.ExprContext;
import lastwords.kernelc.grammar.KernelCParser.ExpressionContext;
import lastwords.kernelc.grammar.KernelCParser.IndexContext;
import lastwords.kernelc.grammar.KernelCParser.InitializerContext;
import lastwords.kernelc.grammar.KernelCParser.MemberAccessContext;
import lastwords.kernelc.grammar.KernelCParser.MemberSpecifierContext;
import lastwords.kernelc.grammar.KernelCParser.OffsetOfContext;
import lastwords.kernelc.grammar.KernelCParser.SpecifierContext;
import lastwords.kernelc.grammar.KernelCParser.TypeNameContext;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.symbol.Declared;
import lastwords.kernelc.symbol.Specified;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.Function;
import lastwords.kernelc.tree.InitialWord;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.type.Type;

/**
 * The readers of the parts of a source, for the names of one scope. In C the parts contain each
 * other: a type contains constants, a value contains types. So each reader knows what the others
 * read, but not how.
 */
public interface Readers {
  /** The visible names. */
  Scope scope();

  Types types();

  Values values();

  Places places();

  Initials initialisers();

  Calling calls();

  PerCpu perCpuCalls();

  Specials specialCalls();

  /** Reads types. */
  interface Types {
    /** The specifiers before declarators. */
    Specified specified(List<SpecifierContext> specifiers);

    /** As above, for members. */
    Specified specifiedMember(List<MemberSpecifierContext> specifiers);

    /** One name with its type. */
    Declared declared(Specified specified, DeclaratorContext context);

    /** The type that {@code (type)} or {@code sizeof(type)} names. */
    Type named(TypeNameContext context);
  }

  /** Reads expressions. */
  interface Values {
    Expr value(ExprContext context);

    Expr value(ExpressionContext context);

    Expr condition(ExpressionContext context);

    /** A place that can be assigned to. */
    Place writable(ExprContext context);

    /** A number that is known at compile time. */
    long constant(ExprContext context, String what, long least, long most);

    Type typeOf(ExpressionContext context);

    /** The value at a place. */
    Expr loaded(Place place, Spot spot);
  }

  /** Reads expressions that name a place in memory. */
  interface Places {
    Place of(ExprContext context);

    Optional<Place> ifPlace(ExprContext context);

    /** The function that an expression names, if it is just a name. */
    Optional<Function> functionNamed(ExprContext context);

    Place elementOf(Place base, IndexContext context);

    Place memberOf(Place base, MemberAccessContext context);
  }

  /** Reads initialisers. */
  interface Initials {
    List<InitialWord> words(Type type, InitializerContext context);

    /** The type of an array whose initialiser gives its length. */
    Type completed(Type type, InitializerContext context);

    Expr literal(CompoundLiteralContext context);
  }

  /** Reads calls of functions. */
  interface Calling {
    Expr call(CallContext context);
  }

  /** Reads what looks like a call and accesses one CPU's variables. */
  interface PerCpu {
    Optional<Place> place(CallContext context);

    Expr value(CallContext context, String written);
  }

  /** Reads what looks like a call and is not one. */
  interface Specials {
    Expr value(CallContext context, String name);

    Expr config(String name, Spot spot);

    Expr offsetOf(OffsetOfContext context);

    Expr containerOf(ContainerOfContext context);
  }
}
