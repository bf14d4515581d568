package lastwords.kernelc.read;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import lastwords.kernelc.check.ConstantFolding;
import lastwords.kernelc.check.Conversions;
import lastwords.kernelc.grammar.KernelCParser;
import lastwords.kernelc.grammar.KernelCParser.DesignatedContext;
import lastwords.kernelc.grammar.KernelCParser.DesignatorContext;
import lastwords.kernelc.grammar.KernelCParser.ExprContext;
import lastwords.kernelc.grammar.KernelCParser.InitializerContext;
import lastwords.kernelc.source.SourceError;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.source.Wording;
import lastwords.kernelc.symbol.Unit;
import lastwords.kernelc.tree.Expr;
import lastwords.kernelc.tree.InitialWord;
import lastwords.kernelc.tree.Local;
import lastwords.kernelc.tree.Place;
import lastwords.kernelc.tree.Stmt;
import lastwords.kernelc.type.ArrayType;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.StructType;
import lastwords.kernelc.type.Type;
import org.antlr.v4.runtime.ParserRuleContext;

/** Reads initial values. What is not mentioned is zero, or an empty text. */
final class Initialisers implements Readers.Initials {
  private static final Set<String> UNLOCKED =
      new TreeSet<>(List.of("__RAW_SPIN_LOCK_UNLOCKED", "__SPIN_LOCK_UNLOCKED"));

  private final Readers readers;

  Initialisers(Readers readers) {
    this.readers = readers;
  }

  /** The words of a variable of this type; of two values for a word the later one wins. */
  @Override
  public List<InitialWord> words(Type type, InitializerContext context) {
    Map<Integer, InitialWord> words = new TreeMap<>();
    fill(type, 0, context, words);
    return List.copyOf(words.values());
  }

  /** The type with the length that its initialiser implies. */
  @Override
  public Type completed(Type type, InitializerContext context) {
    if (type.array().isEmpty() || type.array().get().length() > 0) {
      return type;
    }
    ArrayType array = type.array().get();
    int length =
        context.expr() != null
            ? textLength(array, context.expr())
            : listLength(array, context.designated());
    if (length == 0 || (long) length * array.element().words() > DeclaratorReader.MOST_WORDS) {
      throw new SourceError(
          Unit.spot(context), "expected 1 to " + DeclaratorReader.MOST_WORDS + " initial values");
    }
    return new ArrayType(array.element(), length);
  }

  private int textLength(ArrayType array, ExprContext context) {
    Expr value = readers.values().value(context);
    if (array.isText() && value instanceof Expr.Text text) {
      return text.text().length() + 1;
    }
    throw new SourceError(Unit.spot(context), "expected '{' before the initial values of an array");
  }

  private int listLength(ArrayType array, List<DesignatedContext> items) {
    if (array.isText()) {
      return items.size();
    }
    long next = 0;
    long length = 0;
    for (DesignatedContext item : items) {
      boolean placed = !item.designator().isEmpty() && item.designator(0).IDENT() == null;
      next = placed ? range(item.designator(0), DeclaratorReader.MOST_WORDS)[1] : next;
      next++;
      length = Math.max(length, next);
    }
    return (int) length;
  }

  private void fill(
      Type type, int word, InitializerContext context, Map<Integer, InitialWord> words) {
    if (context.expr() == null) {
      list(type, word, context, context.designated(), words);
    } else {
      single(type, word, context.expr(), words);
    }
  }

  private void single(Type type, int word, ExprContext context, Map<Integer, InitialWord> words) {
    Spot spot = Unit.spot(context);
    if (type.hasLock() && type.words() == 1 && isUnlocked(context)) {
      return;
    }
    if (context instanceof KernelCParser.CompoundLiteralContext literal
        && readers.types().named(literal.typeName()).same(type)) {
      list(type, word, literal, literal.designated(), words);
      return;
    }
    Expr value = readers.values().value(context);
    boolean zero =
        ConstantFolding.constant(value).isPresent()
            && ConstantFolding.constant(value).getAsLong() == 0;
    if (type.isText()) {
      words.put(word, new InitialWord(word, type, text(type, value, spot)));
    } else if (type.struct().isPresent()
        && value instanceof Expr.Load load
        && load.type().same(type)) {
      copy(type.struct().get(), word, load, words);
    } else if (type.isScalar() || !zero) {
      checkScalar(type, spot);
      words.put(
          word,
          new InitialWord(word, type, Conversions.assigned(value, type, "the initial value")));
    }
  }

  private static boolean isUnlocked(ExprContext context) {
    return context instanceof KernelCParser.CallContext call
        && Calls.calledName(call).filter(UNLOCKED::contains).isPresent();
  }

  private static void checkScalar(Type type, Spot spot) {
    if (type.array().isPresent() || type.struct().isPresent()) {
      throw new SourceError(
          spot, "expected '{' before the initial values of " + Wording.quoted(type.text()));
    }
  }

  private static Expr text(Type type, Expr value, Spot spot) {
    int size = type.array().orElseThrow().length();
    if (value instanceof Expr.Constant constant && constant.value() == 0) {
      return new Expr.Text(spot, "");
    }
    if (!(value instanceof Expr.Text text)) {
      throw new SourceError(spot, "expected a string to initialise " + Wording.quoted(type.text()));
    }
    if (text.text().length() >= size) {
      throw new SourceError(
          spot,
          "expected at most "
              + Wording.count(size - 1, "character")
              + " for "
              + Wording.quoted(type.text())
              + ", not "
              + text.text().length());
    }
    return value;
  }

  private static void copy(
      StructType struct, int word, Expr.Load load, Map<Integer, InitialWord> words) {
    if (struct.hasLock()) {
      throw new SourceError(
          load.spot(), Wording.quoted(struct.text()) + " has a raw spinlock and cannot be copied");
    }
    copyWords(load.spot(), load.place(), word, words);
  }

  private static void copyWords(Spot spot, Place from, int word, Map<Integer, InitialWord> words) {
    Type type = from.type();
    if (type.struct().isPresent()) {
      for (StructType.Member member : type.struct().get().members()) {
        copyWords(spot, new Place.Member(from, member), word + member.word(), words);
      }
    } else if (type.array().isPresent() && !type.isText()) {
      ArrayType array = type.array().get();
      for (int i = 0; i < array.length(); i++) {
        Expr index = ConstantFolding.number(spot, IntType.LONG, i);
        copyWords(
            spot, new Place.Element(from, array, index), word + i * array.element().words(), words);
      }
    } else {
      words.put(word, new InitialWord(word, type, new Expr.Load(spot, from)));
    }
  }

  private void list(
      Type type,
      int word,
      ParserRuleContext context,
      List<DesignatedContext> items,
      Map<Integer, InitialWord> words) {
    if (type.isText()) {
      textList(type, word, context, items, words);
    } else if (type.struct().isPresent()) {
      structList(type.struct().get(), word, items, words);
    } else if (type.array().isPresent()) {
      arrayList(type.array().get(), word, items, words);
    } else if (items.size() > 1) {
      throw new SourceError(
          Unit.spot(items.get(1)), "expected one initial value for " + Wording.quoted(type.text()));
    } else if (items.size() == 1 && !items.get(0).designator().isEmpty()) {
      throw new SourceError(
          Unit.spot(items.get(0)), Wording.quoted(type.text()) + " has no members");
    } else if (items.size() == 1) {
      fill(type, word, items.get(0).initializer(), words);
    }
  }

  private void textList(
      Type type,
      int word,
      ParserRuleContext context,
      List<DesignatedContext> items,
      Map<Integer, InitialWord> words) {
    StringBuilder text = new StringBuilder();
    for (DesignatedContext item : items) {
      if (item.initializer().expr() == null || !item.designator().isEmpty()) {
        throw new SourceError(
            Unit.spot(item), "expected a string to initialise " + Wording.quoted(type.text()));
      }
      Expr value = readers.values().value(item.initializer().expr());
      if (value instanceof Expr.Text whole && items.size() == 1) {
        text.append(whole.text());
      } else {
        long c = readers.values().constant(item.initializer().expr(), "a character", -128, 255);
        text.append((char) (c & 0xff));
      }
    }
    int end = text.indexOf("\0");
    String kept = end >= 0 ? text.substring(0, end) : text.toString();
    Spot spot = Unit.spot(context);
    words.put(word, new InitialWord(word, type, text(type, new Expr.Text(spot, kept), spot)));
  }

  private void structList(
      StructType struct, int word, List<DesignatedContext> items, Map<Integer, InitialWord> words) {
    int next = 0;
    for (DesignatedContext item : items) {
      StructType.Member member;
      if (item.designator().isEmpty()) {
        if (next >= struct.members().size()) {
          throw new SourceError(
              Unit.spot(item),
              Wording.quoted(struct.text())
                  + " has only "
                  + Wording.count(struct.members().size(), "member"));
        }
        member = struct.members().get(next);
      } else {
        member = designated(struct, item.designator(0));
      }
      next = indexOf(struct, member) + 1;
      within(member.type(), word + member.word(), item, 1, words);
    }
  }

  private static int indexOf(StructType struct, StructType.Member member) {
    int index = struct.members().indexOf(member);
    return index >= 0 ? index : struct.members().size();
  }

  private static StructType.Member designated(StructType struct, DesignatorContext designator) {
    if (designator.IDENT() == null) {
      throw new SourceError(
          Unit.spot(designator),
          "expected '.' and a member of " + Wording.quoted(struct.text()) + ", not '['");
    }
    return PlaceReader.member(struct, designator.IDENT().getText(), Unit.spot(designator.IDENT()));
  }

  private void arrayList(
      ArrayType array, int word, List<DesignatedContext> items, Map<Integer, InitialWord> words) {
    long next = 0;
    for (DesignatedContext item : items) {
      long[] range = {next, next};
      if (!item.designator().isEmpty()) {
        range = range(item.designator(0), array.length());
      }
      if (range[1] >= array.length()) {
        throw new SourceError(
            Unit.spot(item),
            Wording.quoted(array.text()) + " has only " + Wording.count(array.length(), "element"));
      }
      for (long i = range[0]; i <= range[1]; i++) {
        within(array.element(), word + (int) i * array.element().words(), item, 1, words);
      }
      next = range[1] + 1;
    }
  }

  /** First and last index of {@code [i]} or {@code [i ... j]}. */
  private long[] range(DesignatorContext designator, int length) {
    if (designator.IDENT() != null) {
      throw new SourceError(Unit.spot(designator), "expected '[' and an index, not a member");
    }
    long first = readers.values().constant(designator.expr(0), "an index", 0, length - 1L);
    boolean one = designator.expr().size() == 1;
    long last =
        one ? first : readers.values().constant(designator.expr(1), "an index", first, length - 1L);
    return new long[] {first, last};
  }

  /** Follows the remaining designators of an item, then reads its value. */
  private void within(
      Type type, int word, DesignatedContext item, int depth, Map<Integer, InitialWord> words) {
    if (depth >= item.designator().size()) {
      fill(type, word, item.initializer(), words);
      return;
    }
    DesignatorContext designator = item.designator(depth);
    if (type.struct().isPresent()) {
      StructType.Member member = designated(type.struct().get(), designator);
      within(member.type(), word + member.word(), item, depth + 1, words);
    } else if (type.array().isPresent() && !type.isText()) {
      ArrayType array = type.array().get();
      int i = (int) range(designator, array.length())[0];
      within(array.element(), word + i * array.element().words(), item, depth + 1, words);
    } else {
      throw new SourceError(Unit.spot(designator), Wording.quoted(type.text()) + " has no members");
    }
  }

  /** {@code (struct x) { … }}: a variable without a name. */
  @Override
  public Expr literal(KernelCParser.CompoundLiteralContext context) {
    Spot spot = Unit.spot(context);
    Type type = readers.types().named(context.typeName());
    if (readers.scope().function().isEmpty()
        || type.struct().isEmpty()
        || !type.isComplete()
        || type.hasLock()) {
      throw new SourceError(
          spot, "expected a struct in a function, not a literal of " + Wording.quoted(type.text()));
    }
    Local local = new Local("", type, false, spot);
    Map<Integer, InitialWord> words = new TreeMap<>();
    list(type, 0, context, context.designated(), words);
    Stmt.Block block =
        new Stmt.Block(
            spot, List.of(new Stmt.Initialise(spot, local, List.copyOf(words.values()))));
    return new Expr.BlockValue(spot, block, new Expr.Load(spot, new Place.OfLocal(local)));
  }
}
