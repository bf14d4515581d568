void test(void)
{
	trace(later(20)); // expect: 41
	trace(value); // expect: 6
}
int value = 6;
int later(int x)
{
	return 2 * x + 1;
}
