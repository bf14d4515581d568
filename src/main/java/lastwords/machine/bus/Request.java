package lastwords.machine.bus;

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

  /** A request that keeps its content while this one is used again. */
  public Request copy() {
    Request copy = new Request();
    copy.take(this);
    return copy;
  }

  /** Takes over what another one asks. */
  public void take(Request other) {
    part = other.part;
    operation = other.operation;
    builtin = other.builtin;
    cpu = other.cpu;
    context = other.context;
    pc = other.pc;
    target = other.target;
    a = other.a;
    b = other.b;
    args = java.util.Arrays.copyOf(other.args, Math.max(other.args.length, 16));
    argCount = other.argCount;
    result = 0;
    text = 0;
  }

  /** The words that may mean texts. */
  public long[] words() {
    long[] words = java.util.Arrays.copyOf(args, argCount + 3);
    words[argCount] = target;
    words[argCount + 1] = a;
    words[argCount + 2] = b;
    return words;
  }

  public void set(int newPart, Operation newOperation, long newTarget, long newA, long newB) {
    part = newPart;
    operation = newOperation.ordinal();
    target = newTarget;
    a = newA;
    b = newB;
    argCount = 0;
    result = 0;
    text = 0;
  }

  public void add(long arg) {
    if (argCount == args.length) {
      args = java.util.Arrays.copyOf(args, 2 * argCount);
    }
    args[argCount++] = arg;
  }
}
