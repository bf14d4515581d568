package lastwords.kernelc.type;

/** A raw spinlock: a word that only the machine touches. */
public enum LockType implements Type {
  LOCK;

  @Override
  public int words() {
    return 1;
  }

  @Override
  public long size() {
    return 4;
  }

  @Override
  public long alignment() {
    return 4;
  }

  @Override
  public String declare(String inner) {
    return Type.join("raw_spinlock_t", inner);
  }

  @Override
  public boolean hasLock() {
    return true;
  }
}
