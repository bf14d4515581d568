/*
 * Workloads: what a CPU does when the day comes. A scenario names one for each CPU
 * (`cpu.1.run = "stuck_holding(&logbuf_lock)"'); CPUs that it does not name run idle().
 *
 * A workload says lw_staged() when it is in the state that it is there for. Those that panic wait
 * until all are (see wait_for_others()), CPUs left out that never run or have stalled for good.
 *
 * A workload never assigns a variable of the kernel that a scenario can set: what a detector or an
 * oops leads to is a matter of `settings'.
 */
#define WORKLOAD_VECTOR 0x70
