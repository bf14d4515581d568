static int two(int a, int b) { return a + b; }
static int some(int a, ...) { return a; }
void f(void)
{
	int (*p)(int, int) = two;

	two(1); // error: 'two' takes 2 arguments, not 1
	two(1, 2, 3); // error: 'two' takes 2 arguments, not 3
	some(); // error: 'some' takes at least 1 argument, not 0
	p(); // error: 'p' takes 2 arguments, not 0
	udelay(); // error: 'udelay' takes 1 argument, not 0
	READ_ONCE(); // error: 'READ_ONCE' takes 1 argument, not 0
	xchg(&p); // error: 'xchg' takes 2 arguments, not 1
}
