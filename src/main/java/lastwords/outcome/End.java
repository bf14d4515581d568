package lastwords.outcome;

import java.util.Locale;

/** How a machine ended. */
public enum End implements OutcomeWord {
  /** panic() reached its final loop. */
  LOOP,
  /** The machine was reset. */
  REBOOT,
  /** The machine was powered off. */
  POWER_OFF,
  /** It jumped into a crash kernel. */
  KDUMP,
  /** The panicking CPU can never continue. */
  HANG,
  /** The panicking CPU keeps running and never finishes. */
  LIVELOCK,
  /** Another CPU still runs the system; or no CPU has panicked, and any CPU runs. */
  ALIVE,
  /** panic() reached its final loop, and its CPU has left it for other code. */
  SCHEDULING,
  /** panic() was abandoned before its end, and no CPU runs anything. */
  DEAD,
  /** The hypervisor ended the machine. */
  GONE,
  /** A limit ended the run: the outcome is not known. */
  UNDECIDED,
  /** The user stopped the run before it was over. */
  INTERRUPTED;

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Has the machine ended by itself, so that no more output can follow? */
  boolean over() {
    return this != HANG && this != LIVELOCK && known();
  }

  /** Did the run last long enough to know how the machine ends? */
  public boolean known() {
    return this != UNDECIDED && this != INTERRUPTED;
  }
}
