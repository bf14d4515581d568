/* atomic_t: an int that memory reads and writes in one operation. */
typedef struct {
	int counter;
} atomic_t;

#define ATOMIC_INIT(i) { (i) }
#define atomic_read(v) READ_ONCE((v)->counter)
#define atomic_set(v, i) WRITE_ONCE((v)->counter, i)
#define atomic_xchg(v, new) xchg(&(v)->counter, new)
#define atomic_cmpxchg(v, old, new) cmpxchg(&(v)->counter, old, new)
#define atomic_inc(v) ((void)xadd(&(v)->counter, 1))
#define atomic_dec(v) ((void)xadd(&(v)->counter, -1))
#define atomic_inc_return(v) (xadd(&(v)->counter, 1) + 1)
#define atomic_dec_return(v) (xadd(&(v)->counter, -1) - 1)
