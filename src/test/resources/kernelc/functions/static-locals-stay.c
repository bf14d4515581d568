static int next(void)
{
	static int n = 10;
	static int calls;

	calls++;
	return n += calls;
}
static int other(void) { static int n; return ++n; }
void test(void)
{
	trace(next()); // expect: 11
	trace(next()); // expect: 13
	trace(other()); // expect: 1
	trace(next()); // expect: 16
}
