void test(void)
{
	int a, b;

	a = (b = 3, b + 1);
	trace(a); // expect: 4
	for (a = 0, b = 10; a < b; a++, b--)
		;
	trace(a); // expect: 5
}
