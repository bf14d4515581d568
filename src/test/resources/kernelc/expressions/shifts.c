void test(void)
{
	int one = 1, minus = -8;
	unsigned int u = 0x80000000;
	u64 wide = 1;

	trace(one << 31); // expect: -2147483648
	trace(minus >> 1); // expect: -4
	trace(u >> 31); // expect: 1
	trace(u << 1); // expect: 0
	trace(wide << 40); // expect: 1099511627776
	trace((u64)u << 1); // expect: 4294967296
	trace(minus >> one); // expect: -4
	trace((unsigned long)minus >> 60); // expect: 15
}
