// no code of a: poll
// no code of b: poll
// no code of c: poll
// no code of d: poll
// no code of e: poll
int flag, n;
static int sum(void) { return n++; }
static void a(void) { while (READ_ONCE(flag)) { cpu_relax(); n++; } }
static void b(void) { while (sum() < 3) cpu_relax(); }
static void c(void) { u64 end = local_clock() + 1000; while (local_clock() < end) cpu_relax(); }
static int d(void) { int i; for (i = 0; i < 10; i++); return i; }
static int e(void) { int i = 0; while (i < 5 && i != 3) { cpu_relax(); i++; } return i; }
void test(void)
{
	a();
	b();
	c();
	trace(d()); // expect: 10
	trace(e()); // expect: 3
	trace(n); // expect: 4
}
