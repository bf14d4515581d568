package lastwords.trace;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongFunction;
import lastwords.kernelc.KernelImage;
import lastwords.kernelc.LockInfo;
import lastwords.kernelc.Pointer;

/**
 * The kernel's names for what a step holds as numbers. Numbers of texts, which depend on the order of interning, never
 * show.
 */
public final class Names {
  private static final long LARGEST_DECIMAL = 1L << 40;

  private final KernelImage image;
  private final int globalWords;
  private final int perCpuWords;
  private final List<String> locks;
  private final LongFunction<String> texts;
  private final Map<Long, String> words = new HashMap<>();

  /**
   * @param cpus the machine's CPUs: memory holds the per-CPU areas one after the other behind the shared variables
   * @param texts the text that a STRING pointer of the run means
   */
  public Names(KernelImage image, int cpus, LongFunction<String> texts) {
    this.image = image;
    this.globalWords = image.data().length;
    this.perCpuWords = image.perCpu().length;
    this.locks = locks(image, cpus);
    this.texts = texts;
  }

  private static List<String> locks(KernelImage image, int cpus) {
    List<String> names = new ArrayList<>();
    for (LockInfo lock : image.locks()) {
      for (int cpu = 0; cpu < (lock.perCpu() ? cpus : 1); cpu++) {
        names.add(lock.perCpu() ? lock.name() + "@cpu" + cpu : lock.name());
      }
    }
    return List.copyOf(names);
  }

  /** The byte code, four ints an instruction. */
  int[] code() {
    return image.code();
  }

  /** The variable or member at a word address. */
  String word(long address) {
    return words.computeIfAbsent(address, this::findWord);
  }

  private String findWord(long address) {
    if (address < globalWords || perCpuWords == 0) {
      return image.wordName((int) address);
    }
    int offset = (int) ((address - globalWords) % perCpuWords);
    return image.perCpuWordName(offset) + "@cpu" + (address - globalWords) / perCpuWords;
  }

  /** The lock with that number. */
  String lock(long number) {
    boolean known = number >= 0 && number < locks.size();
    return known ? locks.get((int) number) : "lock " + number;
  }

  /** The function that instruction pc is in; empty when no instruction did it. */
  String function(int pc) {
    return pc < 0 ? "" : image.functionAt(pc).name();
  }

  /** The file of that function, without its folders. */
  String file(int pc) {
    if (pc < 0) {
      return "";
    }
    String path = image.functionAt(pc).file();
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The source line of instruction pc, 0 when there is none. */
  int line(int pc) {
    return pc < 0 ? 0 : Math.abs(image.lineAt(pc));
  }

  /** Is this the word of a pointer? Then {@link #value} is a name or a text, else a number. */
  static boolean isPointer(long word) {
    int tag = Pointer.tag(word);
    return tag >= Pointer.DATA && tag <= Pointer.VARARGS;
  }

  /** A value as a reader of kernel C would write it. */
  String value(long word) {
    return switch (Pointer.tag(word)) {
      case Pointer.STRING -> quoted(text(word));
      case Pointer.FUNCTION -> functionNumber(Pointer.object(word));
      case Pointer.DATA -> "&" + word(Pointer.object(word));
      case Pointer.STACK -> "&cpu" + Pointer.stackCpu(word) + ".stack[" + Pointer.stackIndex(word) + "]";
      case Pointer.VARARGS -> "va_list";
      default -> number(word);
    };
  }

  /** The text that a STRING pointer means. */
  String text(long pointer) {
    return texts.apply(pointer);
  }

  private String functionNumber(int number) {
    boolean known = number >= 0 && number < image.functions().size();
    return known ? image.functions().get(number).name() : "function " + number;
  }

  private static String number(long word) {
    boolean small = word > -LARGEST_DECIMAL && word < LARGEST_DECIMAL;
    return small ? Long.toString(word) : "0x" + Long.toHexString(word);
  }

  /** The text in C's quotes. */
  static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    text.chars().forEach(c -> appendEscaped(out, (char) c));
    return out.append('"').toString();
  }

  private static void appendEscaped(StringBuilder out, char c) {
    switch (c) {
      case '"' -> out.append("\\\"");
      case '\\' -> out.append("\\\\");
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> out.append(c < ' ' || c == 0x7f ? String.format("\\x%02x", (int) c) : String.valueOf(c));
    }
  }
}
