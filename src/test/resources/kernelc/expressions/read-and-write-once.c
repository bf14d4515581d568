int x;
void test(void)
{
	WRITE_ONCE(x, 5);
	trace(READ_ONCE(x)); // expect: 5
	trace(WRITE_ONCE(x, 6) + 1); // expect: 7
}
