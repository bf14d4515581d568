package lastwords.kernelc;

/**
 * C's integer types according to the C standard, for checking the compiler's arithmetic;
 * independent of it.
 */
enum CNumber {
  U8("u8", 8, false),
  S8("s8", 8, true),
  U16("u16", 16, false),
  S16("s16", 16, true),
  INT("int", 32, true),
  UINT("unsigned int", 32, false),
  LONG("long", 64, true),
  ULONG("unsigned long", 64, false);

  final String text;
  final int bits;
  final boolean signed;

  CNumber(String text, int bits, boolean signed) {
    this.text = text;
    this.bits = bits;
    this.signed = signed;
  }

  /** The value after conversion to this type. */
  long of(long value) {
    return switch (this) {
      case U8 -> value & 0xff;
      case S8 -> (byte) value;
      case U16 -> value & 0xffff;
      case S16 -> (short) value;
      case INT -> (int) value;
      case UINT -> value & 0xffffffffL;
      default -> value;
    };
  }

  CNumber promoted() {
    return bits < 32 ? INT : this;
  }

  static CNumber common(CNumber a, CNumber b) {
    CNumber x = a.promoted();
    CNumber y = b.promoted();
    if (x.bits == y.bits) {
      return x.signed ? y : x;
    }
    return x.bits > y.bits ? x : y;
  }

  /** a op b, both of this type. */
  long compute(String operator, long a, long b) {
    return of(
        switch (operator) {
          case "+" -> a + b;
          case "-" -> a - b;
          case "*" -> a * b;
          case "/" -> signed ? a / b : Long.divideUnsigned(a, b);
          case "%" -> signed ? a % b : Long.remainderUnsigned(a, b);
          case "&" -> a & b;
          case "|" -> a | b;
          case "^" -> a ^ b;
          case "<<" -> a << b;
          case ">>" -> signed ? a >> b : a >>> b;
          default -> throw new IllegalArgumentException(operator);
        });
  }

  boolean holds(String comparison, long a, long b) {
    int order = signed ? Long.compare(a, b) : Long.compareUnsigned(a, b);
    return switch (comparison) {
      case "<" -> order < 0;
      case "<=" -> order <= 0;
      case ">" -> order > 0;
      case ">=" -> order >= 0;
      case "==" -> order == 0;
      case "!=" -> order != 0;
      default -> throw new IllegalArgumentException(comparison);
    };
  }
}
