// code of f: poll
static int f(void) { int t = 1000; while (t--) udelay(1); return t; }
void test(void)
{
	u64 before = local_clock();

	trace(f()); // expect: -1
	trace(local_clock() - before >= 1000000); // expect: 1
}
