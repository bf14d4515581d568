package lastwords.verdict;

import java.util.Locale;

/** How a machine ended. */
public enum End {
  /** panic() reached its final loop. */
  LOOP,
  REBOOT,
  /** Jumped into a crash kernel. */
  KDUMP,
  /** The CPU that panics can never go on. */
  HANG,
  /** It goes on and never ends. */
  LIVELOCK,
  /** panic() reached its final loop (or never began) and another CPU still runs the system. */
  ALIVE,
  /** The hypervisor ended it. */
  GONE,
  /** Somebody stopped the run before it was over. */
  INTERRUPTED;

  /** The word in scenarios and reports. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
