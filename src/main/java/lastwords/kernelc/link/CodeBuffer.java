package lastwords.kernelc.link;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import lastwords.kernelc.image.FunctionCode;
import lastwords.kernelc.image.Op;
import lastwords.kernelc.image.SourceLines;

/**
 * The instructions of a kernel. Finished functions are added without their unreachable
 * instructions.
 */
public final class CodeBuffer {
  private static final int MOST_JUMPS_FOLLOWED = 50;

  private final Map<Long, Integer> constants = new LinkedHashMap<>();
  private final Map<String, Integer> fileNames = new LinkedHashMap<>();
  private int[] code = new int[1024 * FunctionCode.WIDTH];
  private int[] lines = new int[1024];
  private int[] files = new int[1024];
  private int size;

  /** The number of a 64-bit constant. */
  public int constant(long value) {
    return constants.computeIfAbsent(value, key -> constants.size());
  }

  public int size() {
    return size;
  }

  /** Appends a function; returns which of its instructions are reachable. */
  public boolean[] append(FunctionCode function) {
    boolean[] reached = reached(function);
    int[] places = places(function, reached);
    for (int i = 0; i < function.size(); i++) {
      if (places[i] < places[i + 1]) {
        copy(function, i, places);
      }
    }
    return reached;
  }

  private static boolean[] reached(FunctionCode function) {
    boolean[] reached = new boolean[function.size()];
    int[] open = new int[function.size() + 1];
    int count = 0;
    open[count++] = 0;
    while (count > 0) {
      int i = open[--count];
      while (i < function.size() && !reached[i]) {
        reached[i] = true;
        int jump = jumpOperand(function.op(i));
        if (jump > 0) {
          int target = target(function, i);
          if (function.op(i) != Op.JMP && !reached[target]) {
            open[count++] = target;
          }
          i = function.op(i) == Op.JMP ? target : i + 1;
        } else {
          i = function.op(i) == Op.RET || function.op(i) == Op.FOREVER ? function.size() : i + 1;
        }
      }
    }
    return reached;
  }

  private static int jumpOperand(int op) {
    return op == Op.JMP ? 1 : op == Op.JZ || op == Op.JNZ ? 2 : 0;
  }

  /** The final target of the jump at i, following jumps to jumps. */
  private static int target(FunctionCode function, int i) {
    int target = function.labelled(function.operand(i, jumpOperand(function.op(i))));
    for (int n = 0; n < MOST_JUMPS_FOLLOWED && function.op(target) == Op.JMP; n++) {
      target = function.labelled(function.operand(target, 1));
    }
    return target;
  }

  /** The new position of each instruction; removed ones have no width. */
  private int[] places(FunctionCode function, boolean[] reached) {
    int[] places = new int[function.size() + 1];
    int next = size;
    for (int i = 0; i < function.size(); i++) {
      places[i] = next;
      boolean kept = reached[i] && !isJumpToNext(function, i, reached);
      next += kept ? 1 : 0;
    }
    places[function.size()] = next;
    return places;
  }

  private static boolean isJumpToNext(FunctionCode function, int i, boolean[] reached) {
    if (function.op(i) != Op.JMP) {
      return false;
    }
    int target = target(function, i);
    int next = i + 1;
    while (next < target && !reached[next]) {
      next++;
    }
    return next == target;
  }

  private void copy(FunctionCode function, int i, int[] places) {
    if (size == lines.length) {
      code = Arrays.copyOf(code, code.length * 2);
      lines = Arrays.copyOf(lines, lines.length * 2);
      files = Arrays.copyOf(files, files.length * 2);
    }
    lines[size] = function.line(i);
    files[size] = fileNames.computeIfAbsent(function.file(i), key -> fileNames.size());
    int at = size++ * FunctionCode.WIDTH;
    code[at] = function.op(i);
    for (int n = 1; n < FunctionCode.WIDTH; n++) {
      code[at + n] = function.operand(i, n);
    }
    int jump = jumpOperand(function.op(i));
    if (jump > 0) {
      code[at + jump] = places[target(function, i)];
    }
  }

  public int[] code() {
    return Arrays.copyOf(code, size * FunctionCode.WIDTH);
  }

  public SourceLines lines() {
    return new SourceLines(
        Arrays.copyOf(lines, size), Arrays.copyOf(files, size), List.copyOf(fileNames.keySet()));
  }

  public long[] constants() {
    return constants.keySet().stream().mapToLong(Long::longValue).toArray();
  }
}
