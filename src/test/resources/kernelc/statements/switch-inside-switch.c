static int f(int a, int b)
{
	switch (a) {
	case 1:
		switch (b) {
		case 1:
			return 11;
		default:
			break;
		}
		return 10;
	default:
		return 0;
	}
}
void test(void)
{
	trace(f(1, 1)); // expect: 11
	trace(f(1, 2)); // expect: 10
	trace(f(2, 1)); // expect: 0
}
