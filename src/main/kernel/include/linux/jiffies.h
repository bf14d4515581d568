/*
 * Time in ticks. jiffies is a word of memory that timer interrupts advance; see timer.c. It starts
 * five minutes before a 32-bit counter would wrap.
 */
#define HZ CONFIG_HZ
#define TICK_NSEC (NSEC_PER_SEC / CONFIG_HZ)
#define INITIAL_JIFFIES ((unsigned long)(unsigned int)(-300 * HZ))
#define jiffies get_jiffies()

#define time_after(a, b) ((long)((b) - (a)) < 0)
#define time_before(a, b) time_after(b, a)
#define time_after_eq(a, b) ((long)((a) - (b)) >= 0)
#define time_before_eq(a, b) time_after_eq(b, a)
#define time_is_before_jiffies(a) time_after(jiffies, a)
#define time_is_after_jiffies(a) time_before(jiffies, a)

#define MSEC_PER_SEC 1000L
#define MAX_JIFFY_OFFSET ((~0UL >> 1) - 1)

/* Rounded up: a wait is never shorter than requested. */
#define msecs_to_jiffies(ms) (((unsigned long)(ms) * HZ + MSEC_PER_SEC - 1) / MSEC_PER_SEC)
#define usecs_to_jiffies(us) (((unsigned long)(us) * HZ + USEC_PER_SEC - 1) / USEC_PER_SEC)
#define jiffies_to_msecs(j) ((unsigned int)((unsigned long)(j) * MSEC_PER_SEC / HZ))
#define jiffies_to_usecs(j) ((unsigned int)((unsigned long)(j) * USEC_PER_SEC / HZ))
