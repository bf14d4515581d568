void test(void)
{
	unsigned long high = 0x8000000000000000, low = 1;
	long minus = high;

	trace(high > low); // expect: 1
	trace(minus > (long)low); // expect: 0
	trace(high >= high); // expect: 1
	trace(low <= high); // expect: 1
	trace(high < low); // expect: 0
}
