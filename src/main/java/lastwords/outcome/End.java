package lastwords.outcome;

import java.util.Locale;

/** How a machine ended. */
public enum End implements OutcomeWord {
  /** panic() reached its final loop. */
  LOOP,
  /** The machine was reset. */
  REBOOT,
  /** The machine was switched off. */
  POWER_OFF,
  /** Jumped into a crash kernel. */
  KDUMP,
  /** The CPU that panics can never go on. */
  HANG,
  /** It goes on and never ends. */
  LIVELOCK,
  /** Another CPU still runs the system; or nobody has panicked, and any CPU does. */
  ALIVE,
  /** panic() reached its final loop, and its CPU has left that for other code. */
  SCHEDULING,
  /** panic() was given up before its end, and no CPU runs anything. */
  DEAD,
  /** The hypervisor ended it. */
  GONE,
  /** The run was given up at a limit: what would have come of the machine is not known. */
  UNDECIDED,
  /** Somebody stopped the run before it was over. */
  INTERRUPTED;

  @Override
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Is the machine at an end of its own, so that nothing it means to say is still to come? */
  boolean over() {
    return this != HANG && this != LIVELOCK && known();
  }

  /** Did the run last long enough to know how the machine ends? */
  public boolean known() {
    return this != UNDECIDED && this != INTERRUPTED;
  }
}
