package lastwords.machine.bus;

/**
 * What things cost, in ns of emulated time.
 *
 * @param instruction one instruction inside a CPU
 * @param memory a load or store of a shared word
 * @param atomic a read-modify-write, or a lock operation
 * @param text formatting or copying text
 * @param sendIpi sending an interrupt
 * @param ipiLatency from sending an interrupt to its pending at the target
 * @param nmiLatency the same for an NMI
 * @param spin one turn of a loop around cpu_relax()
 * @param delayOverhead how much longer than asked ndelay(), udelay() and mdelay() take, with the
 *     call and a turn of the loop around it
 * @param pram writing a record to persistent RAM
 * @param jitterPercent how far each cost may vary, up or down
 * @param hiccupEvery one step in so many takes longer for a reason outside (a cache or TLB miss,
 *     the other hyperthread, an SMI, a hypervisor); 0: none does
 * @param hiccupNanos how much longer at most
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
  /** Bare metal of about 2019; sources in facts and the timing page of the documentation. */
  public static final Timing DEFAULT =
      new Timing(1, 10, 25, 150, 200, 1_000, 1_500, 40, 0, 20_000, 25, 64, 1_000);
}
