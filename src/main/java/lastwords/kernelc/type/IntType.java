package lastwords.kernelc.type;

import java.util.Optional;

/** An integer type. A word holds its value sign- or zero-extended. */
public enum IntType implements Type {
  BOOL("bool", 1, false),
  /** Plain char: arrays of it are text. */
  CHAR("char", 8, true),
  SCHAR("signed char", 8, true),
  UCHAR("unsigned char", 8, false),
  SHORT("short", 16, true),
  USHORT("unsigned short", 16, false),
  INT("int", 32, true),
  UINT("unsigned int", 32, false),
  LONG("long", 64, true),
  ULONG("unsigned long", 64, false);

  private final String name;
  private final int bits;
  private final boolean signed;

  IntType(String name, int bits, boolean signed) {
    this.name = name;
    this.bits = bits;
    this.signed = signed;
  }

  public int bits() {
    return bits;
  }

  public boolean signed() {
    return signed;
  }

  /** The smallest value. */
  public long min() {
    return signed ? -1L << (bits - 1) : 0;
  }

  /** The largest value; -1 for unsigned long. */
  public long max() {
    return signed ? ~min() : bits == 64 ? -1 : (1L << bits) - 1;
  }

  /** The value of a word after conversion to this type. */
  public long wrap(long value) {
    if (this == BOOL) {
      return value != 0 ? 1 : 0;
    }
    int unused = 64 - bits;
    return signed ? value << unused >> unused : value << unused >>> unused;
  }

  /** The EXT instruction's encoding of this type's width; 0 if no conversion is needed. */
  public int extension() {
    if (bits == 64) {
      return 0;
    }
    return signed ? -bits : bits;
  }

  /** The type after integer promotion. */
  public IntType promoted() {
    return bits < INT.bits ? INT : this;
  }

  /** The type in which C computes with both. */
  public static IntType common(IntType a, IntType b) {
    IntType x = a.promoted();
    IntType y = b.promoted();
    if (x.bits != y.bits) {
      return x.bits > y.bits ? x : y;
    }
    return x.signed ? y : x;
  }

  public IntType unsigned() {
    return signed ? values()[ordinal() + 1] : this;
  }

  @Override
  public int words() {
    return 1;
  }

  @Override
  public long size() {
    return Math.max(1, bits / 8);
  }

  @Override
  public long alignment() {
    return size();
  }

  @Override
  public String declare(String inner) {
    return Type.join(name, inner);
  }

  @Override
  public Optional<IntType> integer() {
    return Optional.of(this);
  }
}
