package lastwords.kernelc.read;

import lastwords.kernelc.grammar.KernelCParser.EnumSpecifierContext;
import lastwords.kernelc.grammar.KernelCParser.EnumeratorContext;
import lastwords.kernelc.source.NearestName;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.FileScopeNames;
import lastwords.kernelc.symbol.Symbol;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.Type;

/** Reads enumerations: int, with names for some of its values. */
final class EnumReader {
  private final Readers readers;

  EnumReader(Readers readers) {
    this.readers = readers;
  }

  Type read(EnumSpecifierContext context) {
    KnownNames known = readers.scope().known();
    Unit unit = readers.scope().unit();
    if (context.enumerator().isEmpty()) {
      String tag = context.IDENT().getText();
      known.pending().need(unit, Pending.enumeration(tag));
      known.enums().find(unit, tag).orElseThrow(() -> unknown(Unit.spot(context.IDENT()), tag));
      return IntType.INT;
    }
    if (context.IDENT() != null) {
      known.enums().put(unit, context.IDENT().getText(), context.IDENT().getText());
    }
    long next = 0;
    for (EnumeratorContext enumerator : context.enumerator()) {
      next = constant(enumerator, next) + 1;
    }
    return IntType.INT;
  }

  private SourceError unknown(Spot spot, String tag) {
    return new SourceError(
        spot,
        "unknown enum "
            + Wording.quoted(tag)
            + NearestName.hint(tag, readers.scope().known().enums().known(readers.scope().unit())));
  }

  private long constant(EnumeratorContext context, long next) {
    String name = context.IDENT().getText();
    Spot spot = Unit.spot(context);
    long value =
        context.expr() == null
            ? next
            : readers
                .values()
                .constant(
                    context.expr(), "an enumeration constant", Long.MIN_VALUE, Long.MAX_VALUE);
    FileScopeNames<Symbol> constants = readers.scope().known().constants();
    Unit unit = readers.scope().unit();
    constants
        .find(unit, name)
        .filter(before -> unit.layer() == 0 && !before.spot().equals(spot))
        .ifPresent(
            before -> {
              throw new SourceError(
                  spot,
                  "duplicate definition of "
                      + Wording.quoted(name)
                      + ": already defined in "
                      + before.spot().fileAndLine());
            });
    constants.put(unit, name, new Symbol.EnumConstant(spot, value));
    return value;
  }
}
