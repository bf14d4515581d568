static int f(int x)
{
	int r = 0;

	switch (x) {
	case 0:
		r = 10;
		break;
	case 1:
		r = 20;
		/* falls through */
	case 2:
		r += 5;
		break;
	case 10 ... 19:
		r = 50;
		break;
	default:
		r = -1;
	case -3:
		r *= 2;
	}
	return r;
}
void test(void)
{
	trace(f(0)); // expect: 10
	trace(f(1)); // expect: 25
	trace(f(2)); // expect: 5
	trace(f(9)); // expect: -2
	trace(f(10)); // expect: 50
	trace(f(19)); // expect: 50
	trace(f(20)); // expect: -2
	trace(f(-3)); // expect: 0
}
