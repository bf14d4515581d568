void test(void)
{
	int i = -5;
	long l = 3000000000;
	unsigned int u = 5;

	trace(i + l); // expect: 2999999995
	trace(l * u); // expect: 15000000000
	trace(i + u); // expect: 0
	trace(i * u); // expect: 4294967271
	trace((i + l) / i); // expect: -599999999
	i = l;
	trace(i); // expect: -1294967296
	u = i;
	trace(u); // expect: 3000000000
}
