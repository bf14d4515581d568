package lastwords.cluster.lockstep;

/** Where a machine in lock-step waits while it is paused. */
public final class Gate {
  private boolean open;
  private int passes;
  private volatile long nanos;

  /**
   * @param closed whether it is paused from the start
   */
  public Gate(boolean closed) {
    open = !closed;
  }

  public synchronized void open() {
    open = true;
    notifyAll();
  }

  public synchronized void close() {
    open = false;
  }

  /** Lets that many steps through. */
  public synchronized void pass(int steps) {
    passes += steps;
    notifyAll();
  }

  /** Waits until the gate is open or one step may pass. An interrupt passes at once. */
  synchronized void await(long now) {
    nanos = now;
    try {
      while (!open && passes == 0) {
        wait();
      }
      passes = Math.max(0, passes - 1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      open = true;
    }
  }

  /** Emulated time of the newest step. */
  public long nanos() {
    return nanos;
  }
}
