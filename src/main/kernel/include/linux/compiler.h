/*
 * Words of the kernel's C that mean nothing to this machine: it reorders neither code nor memory,
 * and no branch is cheaper than another.
 */
#define likely(x) (x)
#define unlikely(x) (x)
#define barrier() do { } while (0)
#define smp_mb() do { } while (0)
#define smp_rmb() do { } while (0)
#define smp_wmb() do { } while (0)

#define min(a, b) ((a) < (b) ? (a) : (b))
#define max(a, b) ((a) > (b) ? (a) : (b))

#define USEC_PER_SEC 1000000L
#define NSEC_PER_SEC 1000000000UL

#define EIO 5
#define EAGAIN 11
#define ENOMEM 12
#define EBUSY 16
#define EINVAL 22
#define ENOSPC 28
#define EWOULDBLOCK EAGAIN

/* Watchdogs that are only reset here; see watchdog.c for what they do when they fire. */
#define touch_nmi_watchdog() do { } while (0)
#define touch_softlockup_watchdog() do { } while (0)

/* Readers of RCU lists never wait. */
#define rcu_read_lock() do { } while (0)
#define rcu_read_unlock() do { } while (0)
