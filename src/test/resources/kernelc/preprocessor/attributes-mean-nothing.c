static int __read_mostly a = 1;
int b __attribute__((aligned(8))) = 2;
static inline __always_inline int f(int x) __attribute__((const));
static inline __always_inline int f(int x) { return x; }
asmlinkage __visible int __init __cold g(void) { return 3; }
static __printf(2, 3) int h(int x, const char *fmt, ...) { return x; }
typedef unsigned int __u32;
void notrace test(void)
{
	int c __maybe_unused = 4;

	switch (a) {
	case 1:
		b++;
		fallthrough;
	default:
		b++;
	}
	trace(f(b) + g()); // expect: 7
	trace(h(1, "x") + sizeof(__u32)); // expect: 5
}
