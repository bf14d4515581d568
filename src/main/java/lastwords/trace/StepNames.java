package lastwords.trace;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.FunctionInfo;
import lastwords.kernelc.image.GlobalInfo;
import lastwords.kernelc.image.GlobalInfo.Storage;
import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Pointer;
import lastwords.machine.Machine;
import lastwords.machine.bus.StepRecord;

/**
 * The kernel's names for the numbers in steps. Numbers of texts, which depend on the order of
 * interning, are never shown.
 */
public final class StepNames {
  private static final long LARGEST_DECIMAL = 1L << 40;

  private final NameSource source;
  private final Phrases phrases = new Phrases(this);

  /**
   * @param machine the one that ran
   */
  public StepNames(Machine machine) {
    this(new ImageNames(machine));
  }

  /**
   * @param source of the names
   */
  public StepNames(NameSource source) {
    this.source = source;
  }

  /**
   * What a step did and where, in a few words: {@code load panic_cpu = 0 in panic() panic.c:88}.
   */
  public String phrase(StepRecord step) {
    String what = phrases.of(step);
    boolean code = step.pc() >= 0;
    String file = code ? "() " + file(step.pc()) + ":" + line(step.pc()) : "";
    return code ? what + " in " + function(step.pc()) + file : what;
  }

  /** What a step did, in a few words: {@code load panic_cpu = 0}. */
  public String what(StepRecord step) {
    return phrases.of(step);
  }

  /** A step's target as a name; empty if it has none. */
  public String target(StepRecord step) {
    return phrases.target(step);
  }

  /** The builtin that a NOTE or FIRMWARE step called. */
  public Builtin builtin(StepRecord step) {
    return Phrases.builtin(step);
  }

  /** The source file of instruction pc with its folders; empty if there is no instruction. */
  public String path(int pc) {
    return pc < 0 ? "" : source.path(pc);
  }

  /** The text that a word points to; empty if it is not a text. */
  public String textOf(long word) {
    return Phrases.isText(word) ? text(word) : "";
  }

  /** {@code panic.c:88}; empty if there is no instruction. */
  public String place(int pc) {
    return pc < 0 ? "" : file(pc) + ":" + line(pc);
  }

  /** The CPUs of a mask: {@code cpu0,cpu2}. */
  public static String cpus(long mask) {
    return Phrases.cpus(mask);
  }

  /** The variable or member at a word address. */
  String word(long address) {
    return source.word(address);
  }

  /** The lock with this number. */
  public String lock(long number) {
    return source.lock(number);
  }

  /** The serial port with this number. */
  public String port(long number) {
    return source.port(number);
  }

  /** The function that serves a vector. */
  public String vector(long vector) {
    return source.vector(vector);
  }

  /** Number of CPUs of the machine. */
  public int cpus() {
    return source.cpus();
  }

  /** The function that contains instruction pc; empty if there is no instruction. */
  public String function(int pc) {
    return pc < 0 ? "" : source.function(pc);
  }

  /** The source file of instruction pc, without its folders. */
  String file(int pc) {
    if (pc < 0) {
      return "";
    }
    String path = source.path(pc);
    return path.substring(path.lastIndexOf('/') + 1);
  }

  /** The source line of instruction pc; 0 if there is none. */
  public int line(int pc) {
    return pc < 0 ? 0 : source.line(pc);
  }

  /** Is this word a pointer? Then {@link #value} is a name or a text, otherwise a number. */
  public static boolean isPointer(long word) {
    int tag = Pointer.tag(word);
    return tag >= Pointer.DATA && tag <= Pointer.VARARGS;
  }

  /** A value as a reader of kernel C would write it. */
  public String value(long word) {
    if (Phrases.isText(word)) {
      return quoted(text(word));
    }
    return isPointer(word) ? source.pointer(word) : number(word);
  }

  /** The text that a STRING pointer points to. */
  String text(long pointer) {
    return source.text(pointer);
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
      default ->
          out.append(
              c < ' ' || c == 0x7f
                  ? String.format(Locale.ROOT, "\\x%02x", (int) c)
                  : String.valueOf(c));
    }
  }

  /** The names in a machine's kernel. */
  private static final class ImageNames implements NameSource {
    private static final Set<Storage> IN_DATA = EnumSet.of(Storage.SHARED, Storage.READ_ONLY);

    private final Machine machine;
    private final KernelImage image;
    private final Map<Long, String> words = new HashMap<>();
    private final Map<Long, String> vectors = new HashMap<>();

    ImageNames(Machine machine) {
      this.machine = machine;
      this.image = machine.image();
    }

    @Override
    public int cpus() {
      return machine.cpus();
    }

    @Override
    public String function(int pc) {
      return image.functionAt(pc).name();
    }

    @Override
    public String path(int pc) {
      return image.fileAt(pc);
    }

    @Override
    public int line(int pc) {
      return image.lineAt(pc);
    }

    @Override
    public String word(long address) {
      return words.computeIfAbsent(address, it -> machine.wordName(it.intValue()));
    }

    @Override
    public String lock(long number) {
      boolean known = number >= 0 && number < machine.wiring().locks();
      return known ? machine.lockName((int) number) : "lock " + number;
    }

    @Override
    public String port(long number) {
      boolean known = number >= 0 && number < machine.wiring().uarts();
      return known ? machine.uart((int) number).name() : "port " + number;
    }

    @Override
    public String vector(long vector) {
      return vectors.computeIfAbsent(vector, this::handler);
    }

    private String handler(long vector) {
      return image.functions().stream()
          .filter(function -> function.vector() == vector)
          .findFirst()
          .map(FunctionInfo::name)
          .orElse("vector " + vector);
    }

    @Override
    public String text(long pointer) {
      return machine.texts().text(pointer);
    }

    @Override
    public String pointer(long word) {
      return switch (Pointer.tag(word)) {
        case Pointer.FUNCTION -> functionNumber(Pointer.object(word));
        case Pointer.DATA -> "&" + variable(Pointer.object(word));
        case Pointer.STACK ->
            "&cpu" + Pointer.stackCpu(word) + ".stack[" + Pointer.stackIndex(word) + "]";
        default -> "va_list";
      };
    }

    /**
     * A pointer to a variable's first word is named after the variable, whatever its first member
     * is.
     */
    private String variable(int address) {
      return image.globals().stream()
          .filter(global -> global.address() == address && IN_DATA.contains(global.storage()))
          .findFirst()
          .map(GlobalInfo::name)
          .orElseGet(() -> word(address));
    }

    private String functionNumber(int number) {
      boolean known = number >= 0 && number < image.functions().size();
      return known ? image.functions().get(number).name() : "function " + number;
    }
  }
}
