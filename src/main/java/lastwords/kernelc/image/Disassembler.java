package lastwords.kernelc.image;

import java.util.Locale;

/** Prints byte code in readable form. */
public final class Disassembler {
  private final KernelImage image;

  private Disassembler(KernelImage image) {
    this.image = image;
  }

  /** A function, one instruction per line, with its number and source line. */
  public static String print(KernelImage image, FunctionInfo function) {
    return new Disassembler(image).function(function);
  }

  /** One instruction. */
  public static String print(KernelImage image, int pc) {
    return new Disassembler(image).instruction(pc);
  }

  private String function(FunctionInfo function) {
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT,
            "%s (%s:%d, %d parameters, %d slots)%n",
            function.name(),
            function.file(),
            function.line(),
            function.params(),
            function.frameWords()));
    for (int pc = function.entry(); pc < function.end(); pc++) {
      out.append(
          String.format(
              Locale.ROOT, "%6d  %-24s ; line %d%n", pc, instruction(pc), image.lineAt(pc)));
    }
    return out.toString();
  }

  private String instruction(int pc) {
    int[] code = image.code();
    int at = pc * FunctionCode.WIDTH;
    int op = code[at];
    return String.format(
            Locale.ROOT,
            "%-9s %s",
            Op.NAMES[op],
            operands(op, code[at + 1], code[at + 2], code[at + 3]))
        .stripTrailing();
  }

  private String operands(int op, int a, int b, int c) {
    return switch (op) {
      case Op.NOP, Op.FOREVER, Op.POLLBEGIN -> "";
      case Op.IMM -> slot(a) + ", " + b;
      case Op.CONST -> slot(a) + ", " + constant(image.constants()[b]);
      case Op.MOV, Op.NEG, Op.NOT, Op.LNOT, Op.LD, Op.ST, Op.LDCH, Op.STCH, Op.POLL ->
          slot(a) + ", " + slot(b);
      case Op.ADDI -> slot(a) + ", " + slot(b) + ", " + c;
      case Op.EXT ->
          slot(a) + ", " + slot(b) + ", " + (c == 1 ? "bool" : (c < 0 ? "s" : "u") + Math.abs(c));
      case Op.JMP -> String.valueOf(a);
      case Op.JZ, Op.JNZ -> slot(a) + ", " + b;
      case Op.CALL ->
          image.functions().get(a).name() + ", " + slot(b) + (c > 0 ? ", " + c + " further" : "");
      case Op.CALLR -> slot(a) + ", " + slot(b) + (c > 0 ? ", " + c + " further" : "");
      case Op.RET -> a < 0 ? "" : slot(a);
      case Op.LEAS -> slot(a) + ", &" + slot(b);
      case Op.LEAP ->
          slot(a) + ", &" + image.perCpuWordName(b) + (c < 0 ? "" : " of cpu " + slot(c));
      case Op.INDEX -> slot(a) + ", " + slot(b) + ", " + elements(image.constants()[c]);
      case Op.VASTART -> slot(a);
      case Op.LDG, Op.LDC -> slot(a) + ", " + image.wordName(b);
      case Op.STG -> image.wordName(a) + ", " + slot(b);
      case Op.LDP -> slot(a) + ", " + image.privateWordName(b);
      case Op.STP -> image.privateWordName(a) + ", " + slot(b);
      case Op.RMW -> slot(a) + ", " + KINDS[c & 0xff];
      case Op.SYS -> Builtin.values()[b].cName() + ", " + slot(a) + ", " + c;
      case Op.CHARS -> slot(a) + ", " + c;
      default -> slot(a) + ", " + slot(b) + ", " + slot(c);
    };
  }

  private static final String[] KINDS = {"xchg", "cmpxchg", "add", "or", "and"};

  private static String slot(int number) {
    return "r" + number;
  }

  private static String elements(long constant) {
    long length = constant >>> 32;
    return (int) constant + " words" + (length == 0 ? "" : " of " + length);
  }

  private String constant(long value) {
    return switch (Pointer.tag(value)) {
      case Pointer.STRING ->
          '"' + image.strings().get(Pointer.object(value)).replace("\n", "\\n") + '"';
      case Pointer.FUNCTION -> "&" + image.functions().get(Pointer.object(value)).name();
      case Pointer.DATA -> "&" + image.wordName(Pointer.object(value));
      default -> String.valueOf(value);
    };
  }
}
