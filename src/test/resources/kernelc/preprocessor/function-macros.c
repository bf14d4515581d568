#define ADD(a, b) ((a) + (b))
#define TWICE(x) ADD(x, x)
#define NOARGS() 7
#define CALL(f, ...) f(__VA_ARGS__)
#define SELF(x) SELF(x)
static int SELF(int x) { return x + 100; }
void test(void)
{
	trace(ADD(1, 2)); // expect: 3
	trace(TWICE(ADD(1, 1))); // expect: 4
	trace(ADD((1, 2), 3)); // expect: 5
	trace(NOARGS()); // expect: 7
	trace(CALL(ADD, 4, 5)); // expect: 9
	trace(SELF(1)); // expect: 101
	trace(ADD( // expect: 7
		1,
		6));
}
