static int plus(int *p) { return *p + 1; }
static int both(int a, int b) { return a * 10 + b; }
void test(void)
{
	int x = 4;

	x = plus(&x);
	trace(x); // expect: 5
	x = both(x, plus(&x));
	trace(x); // expect: 56
	x = x > 50 ? plus(&x) : x;
	trace(x); // expect: 57
}
