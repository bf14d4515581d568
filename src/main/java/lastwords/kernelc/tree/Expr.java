package lastwords.kernelc.tree;

import java.util.List;
import lastwords.kernelc.source.Spot;
import lastwords.kernelc.type.FunctionType;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.PointerType;
import lastwords.kernelc.type.Type;
import lastwords.kernelc.type.VoidType;

/**
 * An expression whose types have been checked. A word always holds a value of its expression's
 * type.
 */
public sealed interface Expr {
  Spot spot();

  Type type();

  <A, R> R accept(Visitor<A, R> visitor, A with);

  /** Dispatches on the kind of expression. */
  interface Visitor<A, R> {
    R constant(Constant e, A with);

    R text(Text e, A with);

    R functionAddress(FunctionAddress e, A with);

    R load(Load e, A with);

    R addressOf(AddressOf e, A with);

    R store(Store e, A with);

    R copyStruct(CopyStruct e, A with);

    R update(Update e, A with);

    R unary(Unary e, A with);

    R binary(Binary e, A with);

    R move(Move e, A with);

    R distance(Distance e, A with);

    R convert(Convert e, A with);

    R logical(Logical e, A with);

    R conditional(Conditional e, A with);

    R orElse(OrElse e, A with);

    R comma(Comma e, A with);

    R call(Call e, A with);

    R callPointer(CallPointer e, A with);

    R builtin(BuiltinCall e, A with);

    R atomic(Atomic e, A with);

    R block(BlockValue e, A with);

    R vaStart(VaStart e, A with);
  }

  /** A number, or NULL. */
  record Constant(Spot spot, Type type, long value) implements Expr {
    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.constant(this, with);
    }
  }

  /** A pointer to a string of the source. */
  record Text(Spot spot, String text) implements Expr {
    @Override
    public Type type() {
      return PointerType.TEXT;
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.text(this, with);
    }
  }

  /** A pointer to a function. */
  record FunctionAddress(Spot spot, Function function) implements Expr {
    @Override
    public Type type() {
      return PointerType.to(function.type());
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.functionAddress(this, with);
    }
  }

  /** The value at a place; of a struct only where the struct is copied. */
  record Load(Spot spot, Place place) implements Expr {
    @Override
    public Type type() {
      return place.type();
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.load(this, with);
    }
  }

  /** A pointer to a place. */
  record AddressOf(Spot spot, Place place, Type type) implements Expr {
    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.addressOf(this, with);
    }
  }

  /** Stores a value in a place; yields the value. */
  record Store(Spot spot, Place place, Expr value) implements Expr {
    @Override
    public Type type() {
      return place.type();
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.store(this, with);
    }
  }

  /** Copies a struct, word by word. */
  record CopyStruct(Spot spot, Place to, Place from) implements Expr {
    @Override
    public Type type() {
      return VoidType.VOID;
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.copyStruct(this, with);
    }
  }

  /**
   * Reads a place, computes, writes it: {@code +=}, {@code ++} and the like.
   *
   * @param computed the type of the computation; for a pointer, long (the operand counts elements)
   * @param post is its value the old one?
   * @param atomic is it a single operation if the place is shared?
   */
  record Update(
      Spot spot,
      Place place,
      Operator operator,
      Expr operand,
      IntType computed,
      boolean post,
      boolean atomic)
      implements Expr {
    @Override
    public Type type() {
      return place.type();
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.update(this, with);
    }
  }

  /** An operation on one number. */
  record Unary(Spot spot, UnaryOperator operator, Expr operand, IntType type) implements Expr {
    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.unary(this, with);
    }
  }

  /**
   * An operation on two numbers of the same type, or a comparison of two pointers.
   *
   * @param operands the type of both (of the left one of a shift); unsigned long for pointers
   */
  record Binary(Spot spot, Operator operator, Expr left, Expr right, IntType operands)
      implements Expr {
    @Override
    public Type type() {
      return operator.isComparison() ? IntType.INT : operands;
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.binary(this, with);
    }
  }

  /** A pointer moved by elements: {@code p + count}. */
  record Move(Spot spot, Expr pointer, Expr count, PointerType type) implements Expr {
    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.move(this, with);
    }
  }

  /** The number of elements between two pointers. */
  record Distance(Spot spot, Expr left, Expr right, PointerType pointers) implements Expr {
    @Override
    public Type type() {
      return IntType.LONG;
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.distance(this, with);
    }
  }

  /** The value converted to another scalar type, or to void. */
  record Convert(Spot spot, Expr operand, Type type) implements Expr {
    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.convert(this, with);
    }
  }

  /** {@code &&} or {@code ||}. */
  record Logical(Spot spot, boolean and, Expr left, Expr right) implements Expr {
    @Override
    public Type type() {
      return IntType.INT;
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.logical(this, with);
    }
  }

  /** {@code condition ? yes : no}. */
  record Conditional(Spot spot, Expr condition, Expr yes, Expr no, Type type) implements Expr {
    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.conditional(this, with);
    }
  }

  /** {@code value ?: otherwise}. */
  record OrElse(Spot spot, Expr value, Expr otherwise, Type type) implements Expr {
    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.orElse(this, with);
    }
  }

  /** Evaluates both in order; yields the second's value. */
  record Comma(Spot spot, Expr first, Expr second) implements Expr {
    @Override
    public Type type() {
      return second.type();
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.comma(this, with);
    }
  }

  /** Calls a function. */
  record Call(Spot spot, Function function, List<Expr> named, List<Expr> further) implements Expr {
    @Override
    public Type type() {
      return function.type().result();
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.call(this, with);
    }
  }

  /** Calls the function that a pointer points to. */
  record CallPointer(
      Spot spot, Expr pointer, FunctionType function, List<Expr> named, List<Expr> further)
      implements Expr {
    @Override
    public Type type() {
      return function.result();
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.callPointer(this, with);
    }
  }

  /** Calls a builtin. */
  record BuiltinCall(Spot spot, String name, Type type, List<Expr> arguments) implements Expr {
    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.builtin(this, with);
    }
  }

  /** Reads and writes a word in one operation; yields the old value. */
  record Atomic(Spot spot, AtomicKind kind, Expr pointer, List<Expr> values, Type type)
      implements Expr {
    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.atomic(this, with);
    }
  }

  /** {@code ({ … value; })}. */
  record BlockValue(Spot spot, Stmt.Block block, Expr value) implements Expr {
    @Override
    public Type type() {
      return value.type();
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.block(this, with);
    }
  }

  /** Starts reading the function's further arguments. */
  record VaStart(Spot spot, Place list) implements Expr {
    @Override
    public Type type() {
      return VoidType.VOID;
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.vaStart(this, with);
    }
  }
}
