package lastwords.kernelc;

import lastwords.kernelc.image.Builtin;
import lastwords.kernelc.image.Pointer;

/** The text builtins of the reference CPU; only simple formats. */
final class ReferenceText {
  private static final long TOO_BIG = -7;

  private final ReferenceMemory memory;

  ReferenceText(ReferenceMemory memory) {
    this.memory = memory;
  }

  long character(long pointer) {
    String text = memory.text(pointer);
    return text.isEmpty() ? 0 : text.charAt(0);
  }

  void setCharacter(long pointer, long value) {
    if (Pointer.tag(pointer) == Pointer.STRING) {
      throw new ReferenceCpu.Trap(14);
    }
    String rest = memory.text(pointer);
    String behind = rest.isEmpty() ? "" : rest.substring(1);
    memory.setText(pointer, (value & 0xff) == 0 ? "" : (char) (value & 0xff) + behind);
  }

  long call(Builtin builtin, long[] args) {
    return switch (builtin) {
      case STRLEN -> memory.text(args[0]).length();
      case STRCMP -> memory.text(args[0]).compareTo(memory.text(args[1]));
      case STRNCMP -> first(args[0], args[2]).compareTo(first(args[1], args[2]));
      case STRCHR -> found(args[0], memory.text(args[0]).indexOf((int) args[1]));
      case STRSTR -> found(args[0], memory.text(args[0]).indexOf(memory.text(args[1])));
      case STRSCPY -> copy(args);
      case SNPRINTF -> print(args[0], args[1], format(args[2], args, 3), false);
      case SCNPRINTF -> print(args[0], args[1], format(args[2], args, 3), true);
      case VSNPRINTF -> print(args[0], args[1], format(args[2], further(args[3]), 0), false);
      case VSCNPRINTF -> print(args[0], args[1], format(args[2], further(args[3]), 0), true);
      default -> throw new IllegalStateException("not known to the reference CPU: " + builtin);
    };
  }

  private String first(long pointer, long count) {
    String text = memory.text(pointer);
    return text.substring(0, (int) Math.min(count, text.length()));
  }

  private static long found(long pointer, int index) {
    return index < 0 ? 0 : pointer + index;
  }

  private long copy(long[] args) {
    String text = memory.text(args[1]);
    boolean fits = text.length() < args[2];
    memory.setText(args[0], fits ? text : text.substring(0, (int) args[2] - 1));
    return fits ? text.length() : TOO_BIG;
  }

  private long print(long buffer, long size, String text, boolean written) {
    String kept = text.substring(0, (int) Math.min(text.length(), Math.max(0, size - 1)));
    if (size > 0) {
      memory.setText(buffer, kept);
    }
    return written ? kept.length() : text.length();
  }

  private long[] further(long list) {
    long[] args = new long[Pointer.offset(list)];
    for (int i = 0; i < args.length; i++) {
      args[i] = memory.load(Pointer.ofStack(Pointer.STACK, 0, Pointer.stackIndex(list) + i));
    }
    return args;
  }

  private String format(long format, long[] args, int first) {
    StringBuilder out = new StringBuilder();
    String text = memory.text(format);
    int next = first;
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '%') {
        out.append(text.charAt(i));
        continue;
      }
      i++;
      while (text.charAt(i) == 'l') {
        i++;
      }
      out.append(text.charAt(i) == '%' ? "%" : converted(text.charAt(i), args[next++]));
    }
    return out.toString();
  }

  private String converted(char letter, long value) {
    return switch (letter) {
      case 'd', 'i' -> Long.toString(value);
      case 'u' -> Long.toUnsignedString(value);
      case 'x' -> Long.toHexString(value);
      case 'c' -> Character.toString((char) value);
      case 's' -> memory.text(value);
      default ->
          throw new IllegalStateException("conversion not known to the reference CPU: " + letter);
    };
  }
}
