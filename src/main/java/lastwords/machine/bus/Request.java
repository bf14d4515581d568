package lastwords.machine.bus;

/**
 * An operation of a CPU on another part, and the part's answer. There is one object per CPU, reused
 * for every step; it is copied when sent between actors.
 */
public final class Request {
  /** Number of the part that is asked: see {@link Wiring}. */
  public int part;

  /** {@link Operation}'s ordinal. */
  public int operation;

  /** Of TEXT, FIRMWARE and NOTE: the builtin's ordinal. */
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
  /** The answer's value. */
  public long result;

  /** The new text of a char array that lives in the CPU's own frame. */
  public long text;

  /** A copy that keeps its content while this request is reused. */
  public Request copy() {
    Request copy = new Request();
    copy.take(this);
    return copy;
  }

  /** Copies another request into this one. */
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

  /** The words that may be texts. */
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
