package lastwords.machine.bus;

/**
 * What things cost, in ns of emulated time.
 *
 * @param instruction one instruction inside a CPU
 * @param memory a load or store of a shared word
 * @param atomic a read-modify-write, or a lock operation
 * @param text formatting or copying text
 * @param sendIpi sending an interrupt
 * @param ipiLatency from sending an interrupt until it is pending at the target
 * @param nmiLatency the same for an NMI
 * @param spin one iteration of a loop around cpu_relax()
 * @param delayOverhead how much longer than asked ndelay(), udelay() and mdelay() take, including
 *     the call and one iteration of the loop around it
 * @param pram writing a record to persistent RAM
 * @param jitterPercent how far each cost may vary, up or down
 * @param hiccupEvery one step in this many takes longer for an external reason (a cache or TLB
 *     miss, the other hyperthread, an SMI, a hypervisor); 0: none does
 * @param hiccupNanos at most this much longer
 */
public record Timing(
    long instruction,
    long memory,
    long atomic,
    long text,
    long sendIpi,
    long ipiLatency,
    long nmiLatency,
    long spin,
    long delayOverhead,
    long pram,
    int jitterPercent,
    int hiccupEvery,
    long hiccupNanos) {
  /** Bare metal of about 2019; the timing page of the documentation names the sources. */
  public static final Timing DEFAULT =
      new Timing(1, 10, 25, 150, 200, 1_000, 1_500, 40, 0, 20_000, 25, 64, 1_000);
}
