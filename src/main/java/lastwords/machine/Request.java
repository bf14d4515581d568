package lastwords.machine;

/**
 * An operation of a CPU on another part, and the part's answer. One object a CPU, used again for
 * every step; as a message between actors it is copied.
 */
public final class Request {
  /** Which part is asked: see {@link Wiring}. */
  public int part;

  /** {@link Operation}'s ordinal. */
  public int operation;

  /** For TEXT, FIRMWARE and NOTE: which builtin, by ordinal. */
  public int builtin;

  public int cpu;
  public int context;
  public int pc;
  public long target;
  public long a;
  public long b;
  public long[] args = new long[16];
  public int argCount;

  // ---- the answer ----
  /** What came back. */
  public long result;

  /** The new text of a char array that lives in the CPU's own frame. */
  public long text;

  void set(int newPart, Operation newOperation, long newTarget, long newA, long newB) {
    part = newPart;
    operation = newOperation.ordinal();
    target = newTarget;
    a = newA;
    b = newB;
    argCount = 0;
    result = 0;
    text = 0;
  }

  void add(long arg) {
    if (argCount == args.length) {
      args = java.util.Arrays.copyOf(args, 2 * argCount);
    }
    args[argCount++] = arg;
  }
}
