package lastwords.kernelc.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import lastwords.kernelc.grammar.KernelCParser.MemberContext;
import lastwords.kernelc.grammar.KernelCParser.MemberDeclaratorContext;
import lastwords.kernelc.grammar.KernelCParser.StructSpecifierContext;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Declared;
import lastwords.kernelc.symbol.FileScopeNames;
import lastwords.kernelc.symbol.Specified;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.type.StructType;
import lastwords.kernelc.type.Type;

/** Reads structs. */
public final class StructReader {
  private final Readers readers;

  StructReader(Readers readers) {
    this.readers = readers;
  }

  StructType struct(StructSpecifierContext context) {
    if (context.getStart().getText().equals("union")) {
      throw new SourceError(Unit.spot(context), "kernel C has no unions: expected 'struct'");
    }
    boolean definition = context.getChild(context.getChildCount() - 1).getText().equals("}");
    String tag = context.IDENT() == null ? "" : context.IDENT().getText();
    return definition ? defined(tag, context) : mentioned(tag);
  }

  private StructType mentioned(String tag) {
    KnownNames known = readers.scope().known();
    Unit unit = readers.scope().unit();
    Optional<StructType> struct = known.structs().find(unit, tag);
    if (struct.filter(StructType::isComplete).isEmpty()) {
      known.pending().need(unit, Pending.struct(tag));
      struct = known.structs().findAnywhere(unit, tag);
    }
    return struct.orElseGet(() -> remember(tag, new StructType(tag), true));
  }

  private Optional<StructType> find(String tag) {
    return readers.scope().known().structs().find(readers.scope().unit(), tag);
  }

  private StructType remember(String tag, StructType type, boolean forAll) {
    FileScopeNames<StructType> structs = readers.scope().known().structs();
    if (forAll) {
      structs.share(tag, type);
    } else {
      structs.put(readers.scope().unit(), tag, type);
    }
    return type;
  }

  private StructType defined(String tag, StructSpecifierContext context) {
    Optional<StructType> before = tag.isEmpty() ? Optional.empty() : find(tag);
    boolean open = before.isPresent() && !before.get().isComplete();
    StructType type = open ? before.get() : new StructType(tag);
    // Registered before its members are read, since they may point to it.
    if (!tag.isEmpty() && before.isEmpty()) {
      remember(tag, type, false);
    }
    List<StructType.Field> fields = fields(context.member(), type);
    if (type.isComplete()) {
      throw new SourceError(
          Unit.spot(context), "struct " + Wording.quoted(tag) + " is defined inside itself");
    }
    type.complete(fields);
    if (type.words() > DeclaratorReader.MOST_WORDS) {
      throw new SourceError(
          Unit.spot(context),
          "expected a struct of at most " + DeclaratorReader.MOST_WORDS + " words");
    }
    return before.isPresent() && !open ? again(before.get(), type, context) : type;
  }

  private StructType again(StructType before, StructType after, StructSpecifierContext context) {
    if (before.looksLike(after)) {
      return before;
    }
    throw new SourceError(
        Unit.spot(context.IDENT()),
        "duplicate definition of struct "
            + Wording.quoted(before.tag())
            + ", with other members than before");
  }

  private List<StructType.Field> fields(List<MemberContext> members, StructType type) {
    List<StructType.Field> fields = new ArrayList<>();
    Set<String> seen = new TreeSet<>();
    for (MemberContext member : members) {
      boolean read =
          readers.scope().known().problems().guard(() -> read(member, fields, seen), false);
      if (!read) {
        type.noteDamaged();
      }
    }
    return fields;
  }

  private boolean read(MemberContext member, List<StructType.Field> fields, Set<String> seen) {
    Specified specified = readers.types().specifiedMember(member.memberSpecifier());
    for (MemberDeclaratorContext declarator : member.memberDeclarator()) {
      StructType.Field field = field(specified, declarator);
      if (!field.name().isEmpty() && !seen.add(field.name())) {
        throw new SourceError(
            Unit.spot(declarator), "duplicate member " + Wording.quoted(field.name()));
      }
      fields.add(field);
    }
    return true;
  }

  private StructType.Field field(Specified specified, MemberDeclaratorContext context) {
    Declared declared = readers.types().declared(specified, context.declarator());
    Spot spot = declared.spot();
    if (context.expr() != null) {
      throw new SourceError(spot, "kernel C has no bit-fields: expected ';' after the member");
    }
    Type type = declared.type();
    if (!type.isComplete()) {
      throw new SourceError(
          spot, "a member cannot have the type " + Wording.quoted(type.text()) + incomplete(type));
    }
    if (declared.name().isEmpty() && type.struct().isEmpty()) {
      throw new SourceError(spot, "expected the name of a member");
    }
    return new StructType.Field(declared.name(), type, declared.isConst());
  }

  public static String incomplete(Type type) {
    return type.struct().isPresent() ? ", which is not defined here" : "";
  }
}
