package lastwords.kernelc.tree;

import lastwords.kernelc.source.Spot;
import lastwords.kernelc.type.Type;

/** A variable of the kernel, and how its code uses it. */
public final class Global {
  private final String name;
  private final Type type;
  private final boolean isConst;
  private final boolean perCpu;
  private final Spot spot;
  private boolean written;
  private boolean addressTaken;
  private boolean reachedByOthers;

  public Global(String name, Type type, boolean isConst, boolean perCpu, Spot spot) {
    this.name = name;
    this.type = type;
    this.isConst = isConst;
    this.perCpu = perCpu;
    this.spot = spot;
  }

  public String name() {
    return name;
  }

  public Type type() {
    return type;
  }

  public boolean isConst() {
    return isConst;
  }

  public boolean perCpu() {
    return perCpu;
  }

  public Spot spot() {
    return spot;
  }

  public void noteWritten() {
    written = true;
  }

  public void noteAddressTaken() {
    addressTaken = true;
  }

  /**
   * For a per-CPU variable: it is used in other ways than reading and writing words of this CPU's
   * copy.
   */
  public void noteReachedByOthers() {
    reachedByOthers = true;
  }

  public boolean neverWritten() {
    return isConst || (!written && !addressTaken);
  }

  public boolean addressTaken() {
    return addressTaken;
  }

  public boolean reachedByOthers() {
    return reachedByOthers;
  }
}
