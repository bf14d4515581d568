package lastwords.kernelc.type;

import java.util.Optional;

/**
 * An array.
 *
 * @param length in elements; 0 until the initialiser gives it
 */
public record ArrayType(Type element, int length) implements Type {
  @Override
  public int words() {
    return isText() ? 1 : element.words() * length;
  }

  @Override
  public long size() {
    return element.size() * length;
  }

  @Override
  public long alignment() {
    return element.alignment();
  }

  @Override
  public String declare(String inner) {
    return element.declare(inner + "[" + (length == 0 ? "" : length) + "]");
  }

  @Override
  public Optional<ArrayType> array() {
    return Optional.of(this);
  }

  @Override
  public boolean standsBehindName() {
    return true;
  }

  @Override
  public boolean hasLock() {
    return element.hasLock();
  }

  @Override
  public boolean isText() {
    return element == IntType.CHAR;
  }

  @Override
  public boolean isComplete() {
    return length > 0 && element.isComplete();
  }

  @Override
  public boolean same(Type other) {
    return other
        .array()
        .filter(array -> length == array.length && element.same(array.element))
        .isPresent();
  }
}
