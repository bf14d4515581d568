/* Warnings, and the end of a task that has found a contradiction. */
#define WARN(cond, fmt, ...) ({ \
	bool __bad = (cond); \
	if (__bad) \
		warn_slowpath_fmt(__FILE__, __LINE__, fmt, ##__VA_ARGS__); \
	__bad; \
})
#define WARN_ON(cond) WARN(cond, "")
/* Once for each place in the source. */
#define WARN_ONCE(cond, fmt, ...) ({ \
	static bool __warned; \
	bool __bad = (cond); \
	if (__bad && !__warned) { \
		__warned = true; \
		warn_slowpath_fmt(__FILE__, __LINE__, fmt, ##__VA_ARGS__); \
	} \
	__bad; \
})
#define WARN_ON_ONCE(cond) WARN_ONCE(cond, "")

/* A deliberate trap; its handler prints the place. */
#define BUG() do { \
	this_cpu_write(bug_file, __FILE__); \
	this_cpu_write(bug_line, __LINE__); \
	hw_trap(BUG_VECTOR); \
} while (0)
#define BUG_ON(cond) do { \
	if (cond) \
		BUG(); \
} while (0)

/* x86: the invalid opcode ud2; elsewhere a breakpoint or undefined instruction. */
#define BUG_VECTOR 6

#define TAINT_DIE 7
#define TAINT_WARN 9
#define TAINT_SOFTLOCKUP 14

/* Can lockdep's checks still be trusted after this? */
enum lockdep_ok {
	LOCKDEP_STILL_OK,
	LOCKDEP_NOW_UNRELIABLE,
};
