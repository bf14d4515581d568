/*
 * Workloads: what a CPU does when the day comes. A scenario names one for each CPU (`cpu.1.run =
 * "stuck_holding(&logbuf_lock)"'); CPUs without one run idle().
 *
 * A workload calls lw_staged() when it is in its intended state. Those that panic wait until all
 * are (see wait_for_others()), except CPUs that never run or have stalled for good.
 *
 * A workload never assigns a variable of the kernel that a scenario can set: what a detector or an
 * oops leads to is up to `settings'.
 */
#define WORKLOAD_VECTOR 0x70
