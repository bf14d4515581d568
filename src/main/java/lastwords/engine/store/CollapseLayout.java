package lastwords.engine.store;

import java.util.Arrays;
import lastwords.machine.Machine;

/**
 * How a machine's state is divided into pieces, each of which is stored once for all states that
 * have it: each CPU is one; everything after the CPUs is divided every {@value #WIDTH} words and
 * where a part begins.
 */
public final class CollapseLayout {
  /** Maximum number of words of a piece that is not a CPU. */
  public static final int WIDTH = 16;

  private final int cpus;
  private final int[] from; // by piece: its first word; at the end, the number of words
  private final int[] pieceOf; // by word
  private final int[] firstOf; // by part, and for what is in flight after them
  private final int dataFrom; // the kernel's variables
  private final int dataTo;
  private int pieces;

  /**
   * @param machine with what is in flight after its parts' words
   */
  public CollapseLayout(Machine machine) {
    cpus = machine.cpus();
    int parts = machine.wiring().parts();
    int words = machine.state().length;
    from = new int[words + 1];
    pieceOf = new int[words];
    firstOf = new int[parts + 2];
    dataFrom = machine.offset(cpus);
    dataTo = dataFrom + machine.memory().variables();
    for (int cpu = 0; cpu < cpus; cpu++) {
      firstOf[cpu] = pieces;
      cut(machine.offset(cpu), machine.offset(cpu + 1), Integer.MAX_VALUE);
    }
    cut(dataFrom, dataTo, WIDTH);
    firstOf[cpus] = pieces;
    cut(dataTo, machine.offset(cpus + 1) - 1, WIDTH);
    cut(machine.offset(cpus + 1) - 1, machine.offset(cpus + 1), WIDTH);
    for (int part = cpus + 1; part < parts; part++) {
      firstOf[part] = pieces;
      cut(machine.offset(part), machine.offset(part + 1), WIDTH);
    }
    firstOf[parts] = pieces;
    cut(machine.offset(parts), words, WIDTH);
    firstOf[parts + 1] = pieces;
    from[pieces] = words;
  }

  private void cut(int start, int end, int width) {
    for (int at = start; at < end; at += Math.min(width, end - at)) {
      from[pieces] = at;
      Arrays.fill(pieceOf, at, at + Math.min(width, end - at), pieces);
      pieces++;
    }
  }

  public int cpus() {
    return cpus;
  }

  public int pieces() {
    return pieces;
  }

  /** A piece's first word. */
  public int from(int piece) {
    return from[piece];
  }

  /** One past its last word. */
  int to(int piece) {
    return from[piece + 1];
  }

  public int pieceOf(int word) {
    return pieceOf[word];
  }

  /** Is this one of the kernel's shared variables? */
  public boolean isData(int word) {
    return word >= dataFrom && word < dataTo;
  }

  /**
   * The first piece of a part; of memory: of the table of who waits for which word.
   *
   * @param part its number; the number of parts stands for what is in flight
   */
  public int firstOf(int part) {
    return firstOf[part];
  }

  /** One past its last piece. */
  public int endOf(int part) {
    return part < cpus ? part + 1 : firstOf[part + 1];
  }

  /** The piece that holds which words are waited for: if none is, it is as in the initial state. */
  public int waitedFor() {
    return firstOf[cpus + 1] - 1;
  }
}
