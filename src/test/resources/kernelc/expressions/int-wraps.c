int big = 2147483647;
unsigned int all = 4294967295u;
void test(void)
{
	int i = big;
	unsigned int u = all;

	trace(i + 1); // expect: -2147483648
	trace(u + 1); // expect: 0
	trace((long)i + 1); // expect: 2147483648
	i++;
	trace(i); // expect: -2147483648
	u += 2;
	trace(u); // expect: 1
	trace(-i); // expect: -2147483648
	trace(0 - u); // expect: 4294967295
	trace(i * 3); // expect: -2147483648
}
