package lastwords.kernelc.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import lastwords.kernelc.check.BasicTypes;
import lastwords.kernelc.grammar.KernelCParser;
import lastwords.kernelc.grammar.KernelCParser.DeclaratorContext;
import lastwords.kernelc.grammar.KernelCParser.MemberSpecifierContext;
import lastwords.kernelc.grammar.KernelCParser.SpecifierContext;
import lastwords.kernelc.grammar.KernelCParser.TypeNameContext;
import lastwords.kernelc.grammar.KernelCParser.TypeSpecifierContext;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Declared;
import lastwords.kernelc.symbol.Specified;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.type.Type;
import org.antlr.v4.runtime.ParserRuleContext;

/** Reads the words before a declarator, and the names of types. */
final class TypeReader implements Readers.Types {
  private final Readers readers;
  private final DeclaratorReader declarators;
  private final StructReader structs;
  private final EnumReader enums;

  TypeReader(Readers readers) {
    this.readers = readers;
    declarators = new DeclaratorReader(readers);
    structs = new StructReader(readers);
    enums = new EnumReader(readers);
  }

  @Override
  public Declared declared(Specified specified, DeclaratorContext context) {
    return declarators.declared(specified, context);
  }

  @Override
  public Specified specified(List<SpecifierContext> specifiers) {
    List<TypeSpecifierContext> types = new ArrayList<>();
    Set<String> words = new LinkedHashSet<>();
    boolean isConst = false;
    int vector = -1;
    for (SpecifierContext specifier : specifiers) {
      if (specifier.typeSpecifier() != null) {
        types.add(specifier.typeSpecifier());
      } else if (specifier.storage() != null) {
        words.add(word(specifier.storage()));
      } else if (specifier.expr() != null) {
        vector = (int) readers.values().constant(specifier.expr(), "a vector", 0, 255);
      } else {
        isConst |= specifier.getText().equals("const");
      }
    }
    return new Specified(type(types, specifiers.get(0)), isConst, words, vector);
  }

  private static String word(ParserRuleContext storage) {
    return switch (storage.getStart().getType()) {
      case KernelCParser.INLINE -> "inline";
      case KernelCParser.NORETURN -> "noreturn";
      default -> storage.getText();
    };
  }

  @Override
  public Specified specifiedMember(List<MemberSpecifierContext> specifiers) {
    List<TypeSpecifierContext> types = new ArrayList<>();
    boolean isConst = false;
    for (MemberSpecifierContext specifier : specifiers) {
      if (specifier.typeSpecifier() != null) {
        types.add(specifier.typeSpecifier());
      } else {
        isConst |= specifier.getText().equals("const");
      }
    }
    return new Specified(type(types, specifiers.get(0)), isConst, Set.of(), -1);
  }

  /** The type that {@code (type)} or {@code sizeof(type)} names. */
  @Override
  public Type named(TypeNameContext context) {
    Specified specified = specifiedMember(context.memberSpecifier());
    Declared declared = declared(specified, context.declarator());
    if (!declared.name().isEmpty()) {
      throw new SourceError(
          declared.spot(),
          "expected a type without a name, not " + Wording.quoted(declared.name()));
    }
    return declared.type();
  }

  private Type type(List<TypeSpecifierContext> types, ParserRuleContext before) {
    if (types.isEmpty()) {
      throw new SourceError(
          Unit.spot(before), "expected a type after " + Wording.quoted(before.getText()));
    }
    Spot spot = Unit.spot(types.get(0));
    if (types.size() == 1) {
      return single(types.get(0), spot);
    }
    checkSemicolon(types);
    List<String> words = types.stream().map(TypeReader::text).toList();
    return BasicTypes.of(words)
        .orElseThrow(
            () ->
                new SourceError(spot, Wording.quoted(String.join(" ", words)) + " is not a type"));
  }

  /** Another type after the definition of a struct: a semicolon is missing. */
  private static void checkSemicolon(List<TypeSpecifierContext> types) {
    TypeSpecifierContext first = types.get(0);
    if (first.getText().endsWith("}")) {
      Spot brace = Unit.spot(first.getStop());
      throw new SourceError(
          new Spot(brace.file(), brace.line(), brace.column() + 1), "expected ';' after '}'");
    }
  }

  private SourceError early(String name, Spot spot) {
    boolean broken = readers.scope().find(name).isPresent();
    return broken
        ? SourceError.unsaid(spot)
        : new SourceError(spot, "type " + Wording.quoted(name) + " is used before its definition");
  }

  private static String text(TypeSpecifierContext type) {
    boolean record = type.structSpecifier() != null || type.enumSpecifier() != null;
    return record ? type.getStart().getText() + " ..." : type.getText();
  }

  private Type single(TypeSpecifierContext type, Spot spot) {
    if (type.structSpecifier() != null) {
      return structs.struct(type.structSpecifier());
    }
    if (type.enumSpecifier() != null) {
      return enums.read(type.enumSpecifier());
    }
    if (type.TYPE_NAME() != null) {
      String name = type.TYPE_NAME().getText();
      readers.scope().known().pending().need(readers.scope().unit(), name);
      return readers
          .scope()
          .known()
          .typedefs()
          .find(readers.scope().unit(), name)
          .orElseThrow(() -> early(name, spot));
    }
    if (type.typeName() != null) {
      return named(type.typeName());
    }
    if (type.expression() != null) {
      return readers.values().typeOf(type.expression());
    }
    return BasicTypes.of(List.of(type.getText()))
        .orElseThrow(
            () ->
                new SourceError(spot, "kernel C has no floating point: expected an integer type"));
  }
}
