package lastwords.kernelc.type;

import java.util.Optional;

/**
 * A pointer.
 *
 * @param toConst is writing through it forbidden?
 */
public record PointerType(Type target, boolean toConst) implements Type {
  public static final PointerType TEXT = new PointerType(IntType.CHAR, false);

  public static PointerType to(Type target) {
    return new PointerType(target, false);
  }

  /** Does it point to the characters of a text? Then it counts characters, otherwise words. */
  public boolean isToText() {
    return target == IntType.CHAR;
  }

  public boolean isToVoid() {
    return target.isVoid();
  }

  @Override
  public int words() {
    return 1;
  }

  @Override
  public long size() {
    return 8;
  }

  @Override
  public long alignment() {
    return 8;
  }

  @Override
  public String declare(String inner) {
    String text = target.declare(target.standsBehindName() ? "(*" + inner + ")" : "*" + inner);
    return toConst ? "const " + text : text;
  }

  @Override
  public Optional<PointerType> pointer() {
    return Optional.of(this);
  }

  @Override
  public boolean same(Type other) {
    return other.pointer().filter(pointer -> target.same(pointer.target)).isPresent();
  }
}
