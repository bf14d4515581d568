void test(void)
{
	int a = -7, b = 2;
	unsigned int u = 4294967289u;
	unsigned long w = -7;

	trace(a / b); // expect: -3
	trace(a % b); // expect: -1
	trace(u / b); // expect: 2147483644
	trace(u % 10); // expect: 9
	trace(w / 2); // expect: 9223372036854775804
	trace(a / (unsigned long)2 == w / 2); // expect: 1
}
