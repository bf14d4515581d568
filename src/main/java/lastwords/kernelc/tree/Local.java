package lastwords.kernelc.tree;

import lastwords.kernelc.source.Spot;
import lastwords.kernelc.type.Type;

/** A parameter or a variable of a function; equality is identity. */
public final class Local {
  private final String name;
  private final Spot spot;
  private final boolean isConst;
  private Type type;
  private boolean addressTaken;

  public Local(String name, Type type, boolean isConst, Spot spot) {
    this.name = name;
    this.type = type;
    this.isConst = isConst;
    this.spot = spot;
  }

  public String name() {
    return name;
  }

  public Type type() {
    return type;
  }

  /** Gives an array the length of its initialiser. */
  public void retype(Type complete) {
    type = complete;
  }

  public boolean isConst() {
    return isConst;
  }

  public Spot spot() {
    return spot;
  }

  public void noteAddressTaken() {
    addressTaken = true;
  }

  public boolean addressTaken() {
    return addressTaken;
  }
}
