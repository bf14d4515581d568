package lastwords.kernelc.tree;

import java.util.Optional;
import lastwords.kernelc.type.ArrayType;
import lastwords.kernelc.type.IntType;
import lastwords.kernelc.type.StructType;
import lastwords.kernelc.type.Type;

/** Where a value is stored: an lvalue in C. */
public sealed interface Place {
  Type type();

  /** Is writing forbidden? */
  boolean isConst();

  <A, R> R accept(Visitor<A, R> visitor, A with);

  /** Records in the variable that it is written. */
  default void noteWritten() {}

  /** Records in the variable that a pointer to it, or into it, is made. */
  default void noteAddressTaken() {}

  /**
   * Records in a per-CPU variable that it is used in other ways than its own CPU reading and
   * writing words.
   */
  default void noteReachedByOthers() {}

  /** Dispatches on the kind of place. */
  interface Visitor<A, R> {
    R local(OfLocal place, A with);

    R global(OfGlobal place, A with);

    R perCpu(OfCpu place, A with);

    R target(Target place, A with);

    R member(Member place, A with);

    R element(Element place, A with);

    R character(Character place, A with);
  }

  /** A local variable. */
  record OfLocal(Local local) implements Place {
    @Override
    public Type type() {
      return local.type();
    }

    @Override
    public boolean isConst() {
      return local.isConst();
    }

    @Override
    public void noteAddressTaken() {
      local.noteAddressTaken();
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.local(this, with);
    }
  }

  /** A global variable. */
  record OfGlobal(Global global) implements Place {
    @Override
    public Type type() {
      return global.type();
    }

    @Override
    public boolean isConst() {
      return global.isConst();
    }

    @Override
    public void noteWritten() {
      global.noteWritten();
    }

    @Override
    public void noteAddressTaken() {
      global.noteAddressTaken();
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.global(this, with);
    }
  }

  /**
   * A CPU's copy of a per-CPU variable.
   *
   * @param cpu absent: this CPU
   */
  record OfCpu(Global global, Optional<Expr> cpu) implements Place {
    @Override
    public Type type() {
      return global.type();
    }

    @Override
    public boolean isConst() {
      return global.isConst();
    }

    @Override
    public void noteWritten() {
      global.noteWritten();
    }

    @Override
    public void noteAddressTaken() {
      global.noteAddressTaken();
      global.noteReachedByOthers();
    }

    @Override
    public void noteReachedByOthers() {
      global.noteReachedByOthers();
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.perCpu(this, with);
    }
  }

  /** The target of a pointer. */
  record Target(Expr pointer, Type type, boolean isConst) implements Place {
    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.target(this, with);
    }
  }

  /** A member of a struct. */
  record Member(Place base, StructType.Member member) implements Place {
    @Override
    public Type type() {
      return member.type();
    }

    @Override
    public boolean isConst() {
      return member.isConst() || base.isConst();
    }

    @Override
    public void noteWritten() {
      base.noteWritten();
    }

    @Override
    public void noteAddressTaken() {
      base.noteAddressTaken();
    }

    @Override
    public void noteReachedByOthers() {
      base.noteReachedByOthers();
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.member(this, with);
    }
  }

  /** An element of an array that is not a text. */
  record Element(Place base, ArrayType array, Expr index) implements Place {
    @Override
    public Type type() {
      return array.element();
    }

    @Override
    public boolean isConst() {
      return base.isConst();
    }

    @Override
    public void noteWritten() {
      base.noteWritten();
    }

    @Override
    public void noteAddressTaken() {
      base.noteAddressTaken();
    }

    @Override
    public void noteReachedByOthers() {
      base.noteReachedByOthers();
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.element(this, with);
    }
  }

  /** A character of a text. */
  record Character(Expr pointer, boolean isConst) implements Place {
    @Override
    public Type type() {
      return IntType.CHAR;
    }

    @Override
    public <A, R> R accept(Visitor<A, R> visitor, A with) {
      return visitor.character(this, with);
    }
  }
}
