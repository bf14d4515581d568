static int fib(int n) { return n < 2 ? n : fib(n - 1) + fib(n - 2); }
static int even(int n);
static int odd(int n) { return n ? even(n - 1) : 0; }
static int even(int n) { return n ? odd(n - 1) : 1; }
void test(void)
{
	trace(fib(15)); // expect: 610
	trace(even(10)); // expect: 1
	trace(odd(10)); // expect: 0
}
