void test(void)
{
	int i = 7;

	for (int i = 0; i < 2; i++)
		trace(i); // expect: 0, 1
	trace(i); // expect: 7
}
