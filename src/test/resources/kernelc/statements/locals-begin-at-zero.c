static int dirty(void) { int a = 7, b = 8, c = 9; return a + b + c; }
void test(void)
{
	int i;

	dirty();
	for (i = 0; i < 3; i++) {
		int x;
		int v[3];

		trace(x + v[2]); // expect: 0, 0, 0
		x = i + 1;
		v[2] = 9;
		dirty();
	}
	{
		int y;
		trace(y); // expect: 0
	}
}
