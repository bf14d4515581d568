package lastwords.kernelc.type;

import java.util.Optional;

/** A type of kernel C. A scalar is one word of the machine, whatever its size in C. */
public sealed interface Type
    permits ArrayType,
        FunctionType,
        IntType,
        LockType,
        PointerType,
        StructType,
        VaListType,
        VoidType {
  /** Number of words of a variable of this type. */
  int words();

  /** sizeof in bytes, as on a 64-bit machine. */
  long size();

  long alignment();

  /** The declaration of {@code inner} with this type, as C text. */
  String declare(String inner);

  /** The type as C text. */
  default String text() {
    return declare("");
  }

  default Optional<IntType> integer() {
    return Optional.empty();
  }

  default Optional<PointerType> pointer() {
    return Optional.empty();
  }

  default Optional<ArrayType> array() {
    return Optional.empty();
  }

  default Optional<StructType> struct() {
    return Optional.empty();
  }

  /** Is it a single word with a value: a number or a pointer? */
  default boolean isScalar() {
    return integer().isPresent() || pointer().isPresent();
  }

  default boolean isVoid() {
    return false;
  }

  /** Does C write it after the name, so that a pointer to it needs parentheses? */
  default boolean standsBehindName() {
    return false;
  }

  /** Does it contain raw spinlocks? */
  default boolean hasLock() {
    return false;
  }

  /** Is it an array of char: a text, in one word? */
  default boolean isText() {
    return false;
  }

  /** Can a variable have this type, or is a struct's definition missing? */
  default boolean isComplete() {
    return true;
  }

  /** Is it the same type, ignoring names? */
  default boolean same(Type other) {
    return equals(other);
  }

  /** {@code head inner}, without the space if {@code inner} is empty. */
  static String join(String head, String inner) {
    return inner.isEmpty() ? head : head + " " + inner;
  }
}
