static int sign(int x)
{
	if (x > 0)
		return 1;
	else if (x < 0)
		return -1;
	return 0;
}
void test(void)
{
	trace(sign(5)); // expect: 1
	trace(sign(-5)); // expect: -1
	trace(sign(0)); // expect: 0
	if (0)
		trace(99);
	else
		trace(2); // expect: 2
}
