static int sub(int a, int b) { return a - b; }
void test(void)
{
	trace(sub(sub(10, 3), sub(5, sub(4, 2)))); // expect: 4
	trace(1 + sub(2, 1) * sub(9, 4)); // expect: 6
}
