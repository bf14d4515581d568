/*
 * Warnings. There is no place to keep "warned already" at the point of use, so WARN_ON_ONCE() takes
 * a variable for it.
 */
#define WARN_ON(cond) ({ \
	bool __bad = (cond); \
	if (__bad) \
		warn_slowpath_null(stack_trace_entry(0)); \
	__bad; \
})
#define WARN(cond, fmt, ...) ({ \
	bool __bad = (cond); \
	if (__bad) \
		warn_slowpath_fmt(stack_trace_entry(0), fmt, ##__VA_ARGS__); \
	__bad; \
})
#define WARN_ON_ONCE(warned, cond) ({ \
	bool __bad = (cond); \
	if (__bad && !(warned)) { \
		(warned) = true; \
		warn_slowpath_null(stack_trace_entry(0)); \
	} \
	__bad; \
})

#define TAINT_DIE 7
#define TAINT_WARN 9
