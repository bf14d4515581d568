// code of f: forever
static __noreturn void stop(void) { for (;;) halt(); }
static int f(int x)
{
	if (x)
		return 1;
	stop();
}
static int g(void)
{
	hw_reset();
}
void test(void)
{
	trace(f(1)); // expect: 1
	if (0)
		g();
}
