package lastwords.kernelc.image;

import java.util.Arrays;
import java.util.List;

/**
 * Where a linker would put a kernel's functions: addresses, sizes, and offsets in them. They follow
 * from the byte code, so the same kernel always has the same ones; changing a function moves only
 * those after it in its file.
 *
 * <p>The kernel defines the layout of its code by two constants: {@code _text}, where it begins,
 * and {@code __insn_align}, 1 if the length of instructions varies, otherwise the length of one.
 * The gaps between files are code that is not emulated.
 */
public final class SymbolTable {
  private static final long DEFAULT_TEXT = 0xffffffff81000000L;
  private static final int FUNCTION_ALIGN = 16;
  private static final int FILE_ALIGN = 1 << 16;
  private static final byte[] FREQUENT = {
    0x48,
    (byte) 0x89,
    (byte) 0x8b,
    0x00,
    (byte) 0xe8,
    (byte) 0xff,
    0x0f,
    0x44,
    0x24,
    (byte) 0x85,
    (byte) 0xc0,
    0x74,
    0x41,
    0x00,
    0x5d,
    (byte) 0xc7,
  };
  private final List<FunctionInfo> functions;
  private final long text;
  private final long[] start; // per function, from _text
  private final int[] size; // per function, up to the next symbol
  private final int[] offset; // per instruction, within its function

  public SymbolTable(KernelImage image) {
    functions = image.functions();
    text = constant(image, "_text", DEFAULT_TEXT);
    int align = (int) Math.max(1, Math.min(FUNCTION_ALIGN, constant(image, "__insn_align", 1)));
    start = new long[functions.size()];
    size = new int[functions.size()];
    offset = new int[image.code().length / FunctionCode.WIDTH];
    long next = FILE_ALIGN;
    String file = "";
    for (int f = 0; f < start.length; f++) {
      next = file.equals(functions.get(f).file()) ? next : up(next + 1, FILE_ALIGN);
      file = functions.get(f).file();
      start[f] = next;
      size[f] = layOut(image.code(), functions.get(f), align);
      next += size[f];
    }
  }

  private static long constant(KernelImage image, String name, long absent) {
    GlobalInfo global = image.global(name);
    boolean there = global != null && global.storage() == GlobalInfo.Storage.READ_ONLY;
    return there ? image.data()[global.address()] : absent;
  }

  private static long up(long value, int align) {
    return (value + align - 1) / align * align;
  }

  /** Records the offsets of its instructions; returns its length. */
  private int layOut(int[] code, FunctionInfo function, int align) {
    int at = 0;
    for (int pc = function.entry(); pc < function.end(); pc++) {
      offset[pc] = at;
      at += length(code, pc, pc - function.entry(), align);
    }
    return (int) up(Math.max(1, at), align == 1 ? FUNCTION_ALIGN : align);
  }

  /**
   * Two to seven bytes, or one or two instructions: what a compiler emits for one instruction of
   * byte code.
   */
  private static int length(int[] code, int pc, int index, int align) {
    int at = pc * FunctionCode.WIDTH;
    int hash = Arrays.hashCode(new int[] {code[at], index}) * 0x9E3779B1 >>> 16;
    return align == 1 ? 2 + hash % 6 : align * (1 + hash % 2);
  }

  /** The pointer into the function, with an offset in bytes, that corresponds to instruction pc. */
  public long place(int function, int pc) {
    FunctionInfo info = functions.get(function);
    int at = pc >= info.end() ? size[function] : offset[Math.max(pc, info.entry())];
    return Pointer.of(Pointer.FUNCTION, function) + at;
  }

  /** Is it a pointer to or into a function? */
  public boolean isFunction(long pointer) {
    int function = Pointer.object(pointer);
    return Pointer.tag(pointer) == Pointer.FUNCTION && function >= 0 && function < functions.size();
  }

  /** A pointer to or into a function as {@code panic+0x12e/0x2f0}. */
  public String place(long pointer) {
    int function = Pointer.object(pointer);
    String offset = Integer.toHexString(Pointer.offset(pointer));
    String end = Integer.toHexString(size[function]);
    return functions.get(function).name() + "+0x" + offset + "/0x" + end;
  }

  /** The address that a pointer to or into a function has on a real machine. */
  public long address(long pointer) {
    return text + start[Pointer.object(pointer)] + Pointer.offset(pointer);
  }

  /**
   * A byte of code at a pointer into a function, or slightly before or after it: made up, but
   * always the same at the same address.
   */
  public int code(long pointer) {
    int beyond = Pointer.offset(pointer) << 8 >> 31; // before the function's start?
    int signed = Pointer.offset(pointer) << 8 >> 8;
    long at = start[Math.min(Pointer.object(pointer) - beyond, start.length - 1)] + signed;
    long mixed = (at ^ at >>> 7) * 0x9E3779B97F4A7C15L;
    int byteLike = (int) (mixed >>> 56);
    return (mixed >>> 40 & 3) == 0 ? byteLike : FREQUENT[byteLike & FREQUENT.length - 1] & 0xff;
  }

  /** Does the kernel have 32-bit addresses? */
  public boolean narrow() {
    return text >>> Integer.SIZE == 0;
  }
}
