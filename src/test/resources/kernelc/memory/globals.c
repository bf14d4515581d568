int zero;
int one = 1;
long far = -5;
static const int fixed = 7;
unsigned int u = -1;
void test(void)
{
	trace(zero); // expect: 0
	trace(one + far + fixed); // expect: 3
	trace(u); // expect: 4294967295
	zero = one;
	one = 4;
	trace(zero * 10 + one); // expect: 14
}
