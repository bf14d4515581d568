static int f(unsigned long x)
{
	switch (x) {
	case 1: return 1;
	case 2: return 4;
	case 3: return 9;
	case 5: return 25;
	case 8: return 64;
	case 13: return 169;
	case 0xffffffffffffffff: return -1;
	case 21: return 441;
	}
	return 0;
}
void test(void)
{
	int i;

	for (i = 0; i < 6; i++)
		trace(f(i)); // expect: 0, 1, 4, 9, 0, 25
	trace(f(8)); // expect: 64
	trace(f(13)); // expect: 169
	trace(f(21)); // expect: 441
	trace(f(-1)); // expect: -1
	trace(f(-2)); // expect: 0
	trace(f(22)); // expect: 0
}
