package lastwords.kernelc;

import lastwords.kernelc.image.KernelImage;
import lastwords.kernelc.image.Pointer;

/** The words to which the reference CPU's pointers point. */
final class ReferenceMemory {
  private final long[] data;
  private final long[] perCpu;
  private final long[] stack;
  private final java.util.List<String> strings;

  ReferenceMemory(KernelImage image, long[] stack) {
    this.data = image.data();
    this.perCpu = image.perCpu();
    this.stack = stack;
    this.strings = new java.util.ArrayList<>(image.strings());
  }

  long perCpu(int offset, long cpu) {
    if (cpu != 0) {
      throw new ReferenceCpu.Trap(14);
    }
    return Pointer.of(Pointer.DATA, data.length + offset);
  }

  long read(int address) {
    return address < data.length ? data[address] : perCpu[address - data.length];
  }

  void write(int address, long value) {
    if (address < data.length) {
      data[address] = value;
    } else {
      perCpu[address - data.length] = value;
    }
  }

  private boolean isData(long pointer) {
    int address = Pointer.object(pointer);
    return Pointer.tag(pointer) == Pointer.DATA
        && address >= 0
        && address < data.length + perCpu.length;
  }

  private boolean isStack(long pointer) {
    return Pointer.tag(pointer) == Pointer.STACK && Pointer.stackIndex(pointer) < stack.length;
  }

  long load(long pointer) {
    if (isStack(pointer)) {
      return stack[Pointer.stackIndex(pointer)];
    }
    if (!isData(pointer)) {
      throw new ReferenceCpu.Trap(14);
    }
    return read(Pointer.object(pointer));
  }

  void store(long pointer, long value) {
    if (isStack(pointer)) {
      stack[Pointer.stackIndex(pointer)] = value;
    } else if (isData(pointer)) {
      write(Pointer.object(pointer), value);
    } else {
      throw new ReferenceCpu.Trap(14);
    }
  }

  /** The text that a char pointer points to. */
  String text(long pointer) {
    if (Pointer.tag(pointer) != Pointer.STRING) {
      long word = load(pointer);
      String whole = word == 0 ? "" : text(word);
      return whole.substring(Math.min(Pointer.offset(pointer), whole.length()));
    }
    String whole = strings.get(Pointer.object(pointer));
    return whole.substring(Math.min(Pointer.offset(pointer), whole.length()));
  }

  /** A pointer to a string with this text. */
  long pointer(String text) {
    if (!strings.contains(text)) {
      strings.add(text);
    }
    return Pointer.of(Pointer.STRING, strings.indexOf(text));
  }

  /** Puts text into a char array, from where the pointer points. */
  void setText(long pointer, String text) {
    long start = pointer - Pointer.offset(pointer);
    String before = text(start);
    String kept = before.substring(0, Math.min(Pointer.offset(pointer), before.length()));
    store(start, pointer(kept + text));
  }
}
