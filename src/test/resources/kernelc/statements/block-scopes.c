int x = 1;
void test(void)
{
	int x = 2;
	{
		int x = 3;
		trace(x); // expect: 3
	}
	trace(x); // expect: 2
	if (x) {
		int y = 10, x = y + 1;
		trace(x); // expect: 11
	}
}
