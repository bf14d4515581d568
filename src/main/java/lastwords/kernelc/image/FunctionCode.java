package lastwords.kernelc.image;

import java.util.Arrays;

/**
 * The instructions of a function that is being compiled. Jumps refer to labels until the function
 * is finished.
 */
public final class FunctionCode {
  public static final int WIDTH = 4;

  private int[] code = new int[64 * WIDTH];
  private int[] lines = new int[64];
  private String[] files = new String[64];
  private int[] labels = new int[16];
  private int size;
  private int labelCount;
  private int line;
  private String file = "";

  /** Sets the source line of the instructions that follow. */
  public void at(int sourceLine) {
    line = sourceLine;
  }

  /** Sets the source file of the instructions that follow; returns the previous one. */
  public String in(String sourceFile) {
    String before = file;
    file = sourceFile;
    return before;
  }

  public void emit(int op, int a, int b, int c) {
    if (size == lines.length) {
      code = Arrays.copyOf(code, code.length * 2);
      lines = Arrays.copyOf(lines, lines.length * 2);
      files = Arrays.copyOf(files, files.length * 2);
    }
    lines[size] = line;
    files[size] = file;
    int at = size++ * WIDTH;
    code[at] = op;
    code[at + 1] = a;
    code[at + 2] = b;
    code[at + 3] = c;
  }

  public int newLabel() {
    if (labelCount == labels.length) {
      labels = Arrays.copyOf(labels, labels.length * 2);
    }
    return labelCount++;
  }

  /** Places the label before the next instruction. */
  public void mark(int label) {
    labels[label] = size;
  }

  public void jump(int label) {
    emit(Op.JMP, label, 0, 0);
  }

  /** Jumps if whether the slot is non-zero equals {@code when}. */
  public void jumpIf(int slot, int label, boolean when) {
    emit(when ? Op.JNZ : Op.JZ, slot, label, 0);
  }

  public int size() {
    return size;
  }

  public int op(int i) {
    return code[i * WIDTH];
  }

  /** Operand 1, 2 or 3 of instruction i. */
  public int operand(int i, int number) {
    return code[i * WIDTH + number];
  }

  public int line(int i) {
    return lines[i];
  }

  public String file(int i) {
    return files[i];
  }

  public int labelled(int label) {
    return labels[label];
  }
}
