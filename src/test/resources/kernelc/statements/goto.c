static int f(int n)
{
	int tries = 0;

again:
	tries++;
	if (tries < n)
		goto again;
	if (n > 3)
		goto out;
	return tries;
out:
	return -tries;
}
void test(void)
{
	trace(f(1)); // expect: 1
	trace(f(3)); // expect: 3
	trace(f(5)); // expect: -5
}
