// code of a: poll
// code of b: poll
// code of c: poll
// code of d: poll
// code of e: poll
// code of f: poll
// code of g: poll
// code of h: poll
int online = 3, gone;
static inline int num_online_cpus(void) { return hweight_long(READ_ONCE(online)); }
static long a(void) { long t = 5; while (num_online_cpus() > 1 && t--) udelay(1); return t; }
static long b(void) { long t = 5; while (t-- && num_online_cpus() > 1) udelay(1); return t; }
static int c(void) { int t = 5; while (num_online_cpus() > 1 && --t) mdelay(2); return t; }
static int d(void) { int i; for (i = 0; i < 100 && READ_ONCE(online); i++) ndelay(100); return i; }
static int e(int t) { while (t > 0 && READ_ONCE(online)) { cpu_relax(); t -= 3; } return t; }
static int f(void) { int t = 1000; do { udelay(5); } while (READ_ONCE(online) && t-- > 0); return t; }
static int g(int n) { int i = 0; while (READ_ONCE(online) && i++ <= n) cpu_relax(); return i; }
static int h(void) { int t = 9; while (t-- && READ_ONCE(gone)) cpu_relax(); return t; }
void test(void)
{
	trace(a()); // expect: -1
	trace(b()); // expect: -1
	trace(c()); // expect: 0
	trace(d()); // expect: 100
	trace(e(10)); // expect: -2
	trace(e(-5)); // expect: -5
	trace(f()); // expect: -1
	trace(g(4)); // expect: 6
	trace(g(-3)); // expect: 1
	trace(h()); // expect: 8
}
